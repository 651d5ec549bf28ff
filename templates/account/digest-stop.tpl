{{%AUTOESCAPE context="HTML"}}
{{! digest-stop.tpl - where the link at the end of a daily e-mail leads, for who
need not be signed in.
Filled by cgi/account/daily.c.
ASK     shown with KEY (the secret) and EMAIL while it can be ended
ENDED   shown when it has ended
The rest: _top.tpl, _foot.tpl }}
[[> _top.tpl]]
<section class="panel narrow oops">
	<h1>[[Daily e-mail]]</h1>
	{{#ASK}}
	<p class="lede">[[It is sent to {{EMAIL}}.]]</p>
	<form method="post" action="/account/digest/stop?key={{KEY:u}}">
		<p class="acts"><button type="submit" class="btn pri">[[End it]]</button></p>
	</form>
	{{/ASK}}
	{{#ENDED}}
	<p class="lede">[[It has ended: no more will be sent.]]</p>
	{{/ENDED}}
</section>
[[> _foot.tpl]]
