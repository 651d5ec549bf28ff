{{! week.txt.tpl - week.tpl as plain text, with the same keys. }}
[[The last 7 days]]
[[{{LAST_DAYS}}, against {{BEFORE_DAYS}}]]

{{#NUMBER}}
{{NAME}}: {{LAST}}
  [[before:]] {{BEFORE}}{{#CHANGE}} ({{CHANGE}}){{/CHANGE}}

{{/NUMBER}}
{{#START_URL}}
[[Open Salesboard]]
{{START_URL}}
{{/START_URL}}
[[> _mail_text.tpl]]
