<?php
// The tag of a widget, for plug-ins that print pages by PHP. It is packed into each of them, with
// elements.json, which is made from the elements' own descriptions.

namespace Adil;

final class Element
{
    /**
     * Which elements there are, with their attributes: each as a list of words, or null for any text.
     *
     * @return array<string, array<string, ?array<string>>>
     */
    public static function all(): array
    {
        static $elements;
        if ($elements === null) {
            $text = (string) file_get_contents(__DIR__ . '/elements.json');
            $elements = json_decode($text, true) ?: [];
        }
        return $elements;
    }

    /** The address of a content file, or nothing: no script and no data may stand there. */
    public static function address(string $given): string
    {
        $address = preg_replace('/[\x00-\x20\x7f]+/', '', $given) ?? '';
        $has_scheme = preg_match('~^[a-z][a-z0-9+.-]*:~i', $address) === 1;
        $is_web = preg_match('~^https?://~i', $address) === 1;
        return $has_scheme && !$is_web ? '' : $address;
    }

    /**
     * The tag, with what stands there without scripts. Attributes that the element does not have, and
     * words that they do not take, are left out. Nothing where no file is named: a page then has no
     * broken widget.
     */
    public static function tag(string $kind, string $src, array $given, string $sorry): string
    {
        $src = self::address($src);
        if (!isset(self::all()[$kind]) || $src === '') {
            return '';
        }
        $attributes = ' src="' . self::text($src) . '"';
        foreach (self::all()[$kind] as $name => $words) {
            $value = $given[$name] ?? '';
            if ($name === 'src' || !is_scalar($value) || (string) $value === '') {
                continue;
            }
            if ($words === null || in_array((string) $value, $words, true)) {
                $attributes .= " $name=\"" . self::text((string) $value) . '"';
            }
        }
        return "<adil-$kind$attributes><p>" . self::text($sorry) . "</p></adil-$kind>";
    }

    /** Text as a page has it: never markup. */
    public static function text(string $given): string
    {
        return htmlspecialchars($given, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
    }
}
