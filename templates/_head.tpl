{{! _head.tpl - from the doctype to the end of the head.
TITLE    what the page shows, plain words
THEME    "light", "dark" or "": as the system has it
ERRORS   shown when a form came back: the title then begins with "Error:" }}
<!doctype html>
<html lang="[[$LANGUAGE]]"{{#THEME}} data-theme="{{THEME}}"{{/THEME}}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{#ERRORS}}[[Error:]] {{/ERRORS}}{{TITLE}} · Salesboard</title>
<link rel="stylesheet" href="[[$CSS]]">
<link rel="icon" href="[[$ICON]]" type="image/svg+xml">
<script type="module" src="[[$JS]]"></script>
</head>
