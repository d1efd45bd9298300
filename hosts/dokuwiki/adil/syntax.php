<?php
// `<adil kind="quiz" src="school:honesty.json" mode="test">What stands there without scripts</adil>`.
// What is saved is text of the wiki; the tags are printed when a page is shown.

use dokuwiki\Extension\SyntaxPlugin;

require_once __DIR__ . '/element.php';

class syntax_plugin_adil extends SyntaxPlugin
{
    /** @inheritDoc */
    public function getType()
    {
        return 'substition';
    }

    /** @inheritDoc */
    public function getPType()
    {
        return 'block';
    }

    /** @inheritDoc */
    public function getSort()
    {
        return 200;
    }

    /** @inheritDoc */
    public function connectTo($mode)
    {
        $this->Lexer->addSpecialPattern('<adil\b[^>]*>.*?</adil>', $mode, 'plugin_adil');
    }

    /** @inheritDoc */
    public function handle($match, $state, $pos, Doku_Handler $handler)
    {
        preg_match('~^<adil\b([^>]*)>(.*)</adil>$~s', $match, $parts);
        preg_match_all('/([a-z-]+)="([^"]*)"/', $parts[1] ?? '', $pairs, PREG_SET_ORDER);
        $given = array_column($pairs, 2, 1);
        return [$given, trim($parts[2] ?? '')];
    }

    /** @inheritDoc */
    public function render($format, Doku_Renderer $renderer, $data)
    {
        [$given, $sorry] = $data;
        if ($format !== 'xhtml') {
            $renderer->cdata($sorry);
            return true;
        }
        $src = $given['src'] ?? '';
        // A file of the wiki's own media is called by its name, as in `school:honesty.json`.
        if ($src !== '' && !preg_match('~^(/|https?://)~', $src)) {
            $src = ml(cleanID($src), '', true, '&');
        }
        $tag = Adil\Element::tag($given['kind'] ?? 'quiz', $src, $given, $sorry);
        if ($tag === '') {
            $renderer->cdata($sorry);
            return true;
        }
        $script = Adil\Element::text(DOKU_BASE . 'lib/plugins/adil/dist/adil.js');
        // A page runs a module once, however often it is named.
        $renderer->doc .= "<script type=\"module\" src=\"$script\"></script>$tag";
        return true;
    }
}
