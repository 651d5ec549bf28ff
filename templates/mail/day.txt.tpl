{{! day.txt.tpl - day.tpl as plain text, with the same keys. }}
[[Your follow-ups]]
{{#GROUP}}

{{GROUP_NAME}}: {{GROUP_COUNT}}

{{#TASK}}
- {{TASK_CUSTOMER}} · {{TASK_SUBJECT}}
  {{TASK_DUE}} · {{TASK_CAUSE}}
{{#TASK_URL}}
  {{TASK_URL}}
{{/TASK_URL}}
{{/TASK}}
{{#MORE}}
- [[and {{MORE_COUNT}} more]]
{{/MORE}}
{{/GROUP}}
{{#IDLE}}

{{IDLE_TEXT}}
{{#IDLE_URL}}
{{IDLE_URL}}
{{/IDLE_URL}}
{{/IDLE}}
{{#LIST_URL}}

[[All my follow-ups]]
{{LIST_URL}}
{{/LIST_URL}}
[[> _mail_text.tpl]]
