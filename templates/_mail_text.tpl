{{! _mail_text.tpl - _mail.tpl as plain text. }}

-- 
{{COMPANY}}
{{#DEMO}}
[[This is a demo: people and companies are made up]]
{{/DEMO}}
[[You get this e-mail because you asked for it on your account page.]]
{{#STOP_URL}}
[[End it]]: {{STOP_URL}}
{{/STOP_URL}}
