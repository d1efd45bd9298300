<?php
// `<adil kind="quiz" page="Quiz:Honesty.json">What stands there without scripts</adil>`.
// What is saved is text of the wiki; the tags are printed when a page is shown.

namespace MediaWiki\Extension\Adil;

use Adil\Element;
use MediaWiki\Hook\ParserFirstCallInitHook;
use MediaWiki\MediaWikiServices;

require_once __DIR__ . '/../element.php';

class Hooks implements ParserFirstCallInitHook
{
    /** @inheritDoc */
    public function onParserFirstCallInit($parser)
    {
        $parser->setHook('adil', [self::class, 'tag']);
    }

    /** The tag of a widget, and its script. */
    public static function tag(?string $inside, array $given, $parser): string
    {
        $sorry = trim((string) $inside);
        $src = (string) ($given['src'] ?? '');
        // A content file may be a page of the wiki, which every reader may read as it is.
        $titles = MediaWikiServices::getInstance()->getTitleFactory();
        $page = $titles->newFromText((string) ($given['page'] ?? ''));
        if ($page !== null) {
            $src = $page->getLocalURL(['action' => 'raw']);
        }
        $tag = Element::tag((string) ($given['kind'] ?? 'quiz'), $src, $given, $sorry);
        if ($tag === '') {
            return Element::text($sorry);
        }
        global $wgExtensionAssetsPath;
        $script = Element::text("$wgExtensionAssetsPath/Adil/dist/adil.js");
        $parser->getOutput()->addHeadItem("<script type=\"module\" src=\"$script\"></script>", 'adil');
        return $tag;
    }
}
