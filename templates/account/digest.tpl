{{%AUTOESCAPE context="HTML"}}
{{! digest.tpl - who gets the daily e-mail, and where.
Filled by cgi/account/daily.c.
ACTION, TOKEN, ONCE, EMAIL_VALUE   of the form that asks for it; EMAIL_BAD shown
          with MESSAGE when the address is bad
OWN_DAY, WEEK   shown by what it tells the viewer
ON        shown with EMAIL, and ACTION, TOKEN, ONCE of the form that ends it
OFF       shown when it is not asked for
REFUSED   what the mail server answered to the last one that it refused, or ""
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
[[> _errors.tpl]]
<h1>[[Daily e-mail]]</h1>
{{#OWN_DAY}}
<p class="lede">[[Every morning: your follow-ups of the day and those that are overdue. Nothing comes on a day without any.]]</p>
{{/OWN_DAY}}
{{#WEEK}}
<p class="lede">[[Every morning: the numbers of the last 7 days, against the 7 days before.]]</p>
{{/WEEK}}
<div class="stack">
{{#REFUSED}}
<p class="note warn">[[@warn]]<span>[[The mail server refused the last one:]] {{REFUSED}}</span></p>
{{/REFUSED}}
{{#ON}}
<section class="panel sheet">
	<p>[[It is sent to {{EMAIL}}.]]</p>
	<form method="post" action="{{ACTION}}">
		[[> _form.tpl]]
		<button type="submit" class="btn">[[End it]]</button>
	</form>
</section>
{{/ON}}
<form class="panel sheet" method="post" action="{{ACTION}}" novalidate>
	[[> _form.tpl]]
	<div class="f{{#EMAIL_BAD}} bad{{/EMAIL_BAD}}">
		<label for="email">[[Your e-mail address]]</label>
		<p class="hint" id="email-h">[[If nothing comes, ask your administrator whether Salesboard may send e-mail.]]</p>
		{{#EMAIL_BAD}}
		<p class="err" id="email-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/EMAIL_BAD}}
		<input id="email" name="email" type="email" autocomplete="email" value="{{EMAIL_VALUE}}" aria-describedby="email-h{{#EMAIL_BAD}} email-e{{/EMAIL_BAD}}"{{#EMAIL_BAD}} aria-invalid="true"{{/EMAIL_BAD}}>
	</div>
	<div class="acts end"><button type="submit" class="btn pri">{{#OFF}}[[Send it to me]]{{/OFF}}{{#ON}}[[Use this address]]{{/ON}}</button></div>
</form>
</div>
</div>
[[> _foot.tpl]]
