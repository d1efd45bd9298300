<?php
/**
 * Plugin Name: Adil learning widgets
 * Description: Quizzes, video lessons, pledges and other learning widgets, as a block and a shortcode.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 * License URI: https://opensource.org/license/mit
 * Text Domain: adil
 *
 * What authors save is data: a kind, the address of a content file, and words from short lists. The
 * tags are printed when a page is shown, so nothing of what roles may save has to be widened.
 */

namespace Adil;

defined('ABSPATH') || exit;

require_once __DIR__ . '/element.php';

const VERSION = '0.1.0';

/** The largest content file that the media library takes, in bytes. */
const LARGEST = 5 * 1024 * 1024;

/** The tag of a widget, and its script. */
function tag(array $given): string
{
    // Who may not save HTML gets `&` of an address saved as `&amp;`.
    $src = html_entity_decode((string) ($given['src'] ?? ''), ENT_QUOTES | ENT_HTML5);
    $sorry = (string) ($given['fallback'] ?? '');
    if (trim($sorry) === '') {
        $sorry = __('A learning widget. It needs JavaScript.', 'adil');
    }
    $kind = (string) ($given['kind'] ?? 'quiz');
    $tag = Element::tag($kind, esc_url_raw($src, ['http', 'https']), $given, $sorry);
    if ($tag !== '') {
        wp_enqueue_script('adil');
    }
    return $tag;
}

/** `[adil kind="quiz" src="/quizzes/honesty.json" mode="test"]What stands there without scripts[/adil]` */
function shortcode($given, $inside = ''): string
{
    $given = is_array($given) ? $given : [];
    return tag(['fallback' => wp_strip_all_tags((string) $inside)] + $given);
}

/** The block; its settings are attributes of the element. */
function block(array $given): string
{
    $more = is_array($given['settings'] ?? null) ? $given['settings'] : [];
    $widget = tag(array_intersect_key($given, ['kind' => 1, 'src' => 1, 'fallback' => 1]) + $more);
    return $widget === '' ? '' : '<div ' . get_block_wrapper_attributes() . '>' . $widget . '</div>';
}

add_action('init', function (): void {
    wp_register_script('adil', plugins_url('dist/adil.js', __FILE__), [], VERSION, true);
    $needs = ['wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components', 'wp-i18n'];
    wp_register_script('adil-block', plugins_url('block.js', __FILE__), $needs, VERSION, true);
    $known = 'window.adilElements = ' . wp_json_encode(Element::all(), JSON_HEX_TAG) . ';';
    wp_add_inline_script('adil-block', $known, 'before');
    register_block_type(__DIR__, ['render_callback' => __NAMESPACE__ . '\\block']);
    add_shortcode('adil', __NAMESPACE__ . '\\shortcode');
});

// The script is a module, and finds its files beside itself.
add_filter('script_loader_tag', function (string $tag, string $handle): string {
    return $handle === 'adil' ? str_replace(' src=', ' type="module" src=', $tag) : $tag;
}, 10, 2);

// The media library takes content files, and no other JSON.
add_filter('upload_mimes', fn(array $types): array => $types + ['json' => 'application/json']);

/** Refuses what is no content file, however it is uploaded. */
function checked(array $file): array
{
    if (strtolower(pathinfo((string) $file['name'], PATHINFO_EXTENSION)) !== 'json') {
        return $file;
    }
    if (filesize($file['tmp_name']) > LARGEST) {
        $file['error'] = __('This content file is larger than 5 MB.', 'adil');
        return $file;
    }
    $content = json_decode((string) file_get_contents($file['tmp_name']), true);
    if (!is_array($content) || ($content['format'] ?? '') !== 'adil') {
        $file['error'] = __('This is no content file of Adil: it has no "format": "adil".', 'adil');
    }
    return $file;
}

add_filter('wp_handle_upload_prefilter', __NAMESPACE__ . '\\checked');
add_filter('wp_handle_sideload_prefilter', __NAMESPACE__ . '\\checked');

// PHP takes some of these files for plain text; what they are was looked at above.
add_filter('wp_check_filetype_and_ext', function (array $found, $path, $name): array {
    if (strtolower(pathinfo((string) $name, PATHINFO_EXTENSION)) === 'json' && current_user_can('upload_files')) {
        return ['ext' => 'json', 'type' => 'application/json'] + $found;
    }
    return $found;
}, 10, 3);
