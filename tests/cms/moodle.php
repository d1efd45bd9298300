<?php
// HTML Purifier, from the include path, with the rules that Moodle publishes for what is cleaned (lib/weblib.php, purify_html):
// cleans what comes in. With the word `embed` it also takes the setting "Allow EMBED and OBJECT tags".

error_reporting(E_ALL & ~E_DEPRECATED);
require_once 'HTMLPurifier.auto.php';

$rules = [
    'Cache.DefinitionImpl' => null,
    'Core.NormalizeNewlines' => false,
    'Core.ConvertDocumentToFragment' => true,
    'Core.Encoding' => 'UTF-8',
    'HTML.Doctype' => 'XHTML 1.0 Transitional',
    'URI.AllowedSchemes' => array_fill_keys(
        ['http', 'https', 'ftp', 'irc', 'nntp', 'news', 'rtsp', 'rtmp', 'teamspeak', 'gopher', 'mms', 'mailto'],
        true
    ),
    'Attr.AllowedFrameTargets' => ['_blank'],
];
if (($argv[1] ?? '') === 'embed') {
    $rules += ['HTML.SafeObject' => true, 'HTML.SafeEmbed' => true];
}
$config = HTMLPurifier_Config::createDefault();
foreach ($rules as $name => $value) {
    $config->set($name, $value);
}
echo (new HTMLPurifier($config))->purify(stream_get_contents(STDIN));
