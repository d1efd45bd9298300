<?php
// Sets WordPress up in the folder that is named first, activates the plug-ins that follow, and prints
// for each role the cookies of a user who is logged in.

$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
define('WP_INSTALLING', true);
[, $site] = $argv;
require $site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install('Our school', 'administrator', 'administrator@school.test', false, '', ADIL_TEST_PASSWORD);
update_option('permalink_structure', '');
$told = [];
// WordPress names cookies before it knows its own address.
$hash = md5(WP_SITEURL);
foreach (['administrator', 'editor', 'author', 'contributor'] as $role) {
    $user = get_user_by('login', $role) ?: null;
    $id = $user ? $user->ID : wp_insert_user(
        ['user_login' => $role, 'user_pass' => ADIL_TEST_PASSWORD, 'user_email' => "$role@school.test", 'role' => $role]
    );
    // Nobody here wants to be shown around.
    update_user_meta($id, $GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences', [
        'core/edit-post' => ['welcomeGuide' => false, 'fullscreenMode' => false], '_modified' => gmdate('c'),
    ]);
    wp_set_current_user($id);
    $ends = time() + DAY_IN_SECONDS;
    $token = WP_Session_Tokens::get_instance($id)->create($ends);
    $cookie = fn($name, $scheme) =>
        ['name' => $name, 'value' => wp_generate_auth_cookie($id, $ends, $scheme, $token)];
    $told[$role] = [$cookie("wordpress_$hash", 'auth'), $cookie("wordpress_logged_in_$hash", 'logged_in')];
}
wp_set_current_user(1);
foreach (array_slice($argv, 2) as $plugin) {
    $problem = activate_plugin($plugin);
    if (is_wp_error($problem)) {
        fwrite(STDERR, $problem->get_error_message());
        exit(1);
    }
}
echo json_encode($told);
