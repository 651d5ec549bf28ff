{{! _mail.tpl - the end of an e-mail: why it comes and how it ends.
COMPANY   whose pages these are
DEMO      shown on the demo company's e-mails
STOP_URL  address that ends it, or "" }}
<hr>
<p><small>{{COMPANY}}{{#DEMO}} · [[This is a demo: people and companies are made up]]{{/DEMO}}<br>[[You get this e-mail because you asked for it on your account page.]]{{#STOP_URL}} <a href="{{STOP_URL}}">[[End it]]</a>{{/STOP_URL}}</small></p>
