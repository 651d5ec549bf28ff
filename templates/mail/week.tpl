{{%AUTOESCAPE context="HTML"}}
{{! week.tpl - the daily e-mail of who leads: the last 7 days that are over,
against the 7 days before; week.txt.tpl is the same as plain text.
Filled by cgi/tool/digest_week.c and digest_write.c.
TITLE      the subject
LAST_DAYS, BEFORE_DAYS   which days they are
NUMBER     once for each: NAME, LAST, BEFORE, CHANGE ("" where a few tell none)
START_URL  where the dashboards begin, or ""
COMPANY, STOP_URL (or "")   see _mail.tpl }}
<!doctype html>
<html lang="[[$LANGUAGE]]">
<head><meta charset="utf-8"><title>{{TITLE}}</title></head>
<body>
<h1>[[The last 7 days]]</h1>
<table cellpadding="6">
<thead><tr><td></td><th scope="col">{{LAST_DAYS}}</th><th scope="col">{{BEFORE_DAYS}}</th><th scope="col">[[Change]]</th></tr></thead>
<tbody>
{{#NUMBER}}
<tr><th scope="row" align="left">{{NAME}}</th><td align="right">{{LAST}}</td><td align="right">{{BEFORE}}</td><td align="right">{{CHANGE}}</td></tr>
{{/NUMBER}}
</tbody>
</table>
{{#START_URL}}
<p><a href="{{START_URL}}">[[Open Salesboard]]</a></p>
{{/START_URL}}
[[> _mail.tpl]]
</body>
</html>
