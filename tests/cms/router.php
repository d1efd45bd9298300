<?php
// What stands beside the posts goes to frames in a sandbox, too, as the guide asks of a server.

$path = rawurldecode((string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$types = [
    'html' => 'text/html', 'js' => 'text/javascript', 'json' => 'application/json',
    'wasm' => 'application/wasm', 'css' => 'text/css',
];
$type = $types[pathinfo($path, PATHINFO_EXTENSION)] ?? null;
$file = $_SERVER['DOCUMENT_ROOT'] . $path;
if ($type === null || !preg_match('~^/(adil|quizzes)/~', $path) || str_contains($path, '..') || !is_file($file)) {
    return false;
}
header("Content-Type: $type");
header('Access-Control-Allow-Origin: *');
readfile($file);
