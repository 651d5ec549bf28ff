{{%AUTOESCAPE context="HTML"}}
{{! day.tpl - the daily e-mail of who works on follow-ups; day.txt.tpl is the same
as plain text.  Mail programs know no style sheet, so it has none.
Filled by cgi/tool/digest_day.c and digest_write.c.
TITLE      the subject
GROUP      once for overdue and today's, where there are any: GROUP_NAME,
           GROUP_COUNT, TASK once for each of the first ones with TASK_CUSTOMER,
           TASK_SUBJECT, TASK_CAUSE, TASK_DUE, TASK_URL ("" when not known),
           and MORE, shown with MORE_COUNT when there are more
IDLE       shown with IDLE_TEXT when customers have no next step; IDLE_URL or ""
LIST_URL   all follow-ups, or ""
COMPANY, STOP_URL (or "")   see _mail.tpl }}
<!doctype html>
<html lang="[[$LANGUAGE]]">
<head><meta charset="utf-8"><title>{{TITLE}}</title></head>
<body>
<h1>[[Your follow-ups]]</h1>
{{#GROUP}}
<h2>{{GROUP_NAME}}: {{GROUP_COUNT}}</h2>
<ul>
{{#TASK}}
<li>{{#TASK_URL}}<a href="{{TASK_URL}}">{{/TASK_URL}}<b>{{TASK_CUSTOMER}}</b>{{#TASK_URL}}</a>{{/TASK_URL}} · {{TASK_SUBJECT}}<br>{{TASK_DUE}} · {{TASK_CAUSE}}</li>
{{/TASK}}
{{#MORE}}
<li>[[and {{MORE_COUNT}} more]]</li>
{{/MORE}}
</ul>
{{/GROUP}}
{{#IDLE}}
<p>{{IDLE_TEXT}}{{#IDLE_URL}} <a href="{{IDLE_URL}}">[[Show them]]</a>{{/IDLE_URL}}</p>
{{/IDLE}}
{{#LIST_URL}}
<p><a href="{{LIST_URL}}">[[All my follow-ups]]</a></p>
{{/LIST_URL}}
[[> _mail.tpl]]
</body>
</html>
