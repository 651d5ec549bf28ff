{{%AUTOESCAPE context="HTML"}}
{{! calendar.tpl - the secret address of one's own follow-ups, for a calendar.
Filled by cgi/account/feed.c.
ACTION, TOKEN, ONCE   of the form that makes an address
ADDRESS   the one that was made just now, or ""
NOT_YET   shown when there is none
MADE      shown with MADE_DAY, and ACTION, TOKEN, ONCE of the form that ends it
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
[[> _errors.tpl]]
<h1>[[Follow-ups in a calendar]]</h1>
<p class="lede">[[Your phone or computer can show your open follow-ups in its calendar. It reads them at a secret address: whoever has it sees them, too.]]</p>
<div class="stack">
{{#ADDRESS}}
<div class="panel sheet">
	<label for="address"><b>[[The address: copy it into your calendar now, it is not shown again]]</b></label>
	<input id="address" type="text" readonly value="{{ADDRESS}}">
	<p class="hint">[[In most calendars: add a calendar, “from URL” or “by subscription”.]]</p>
</div>
{{/ADDRESS}}
{{#MADE}}
<section class="panel sheet">
	<p>[[An address was made on {{MADE_DAY}} and works.]]</p>
	<form method="post" action="{{ACTION}}">
		[[> _form.tpl]]
		<button type="submit" class="btn">[[End it]]</button>
	</form>
</section>
{{/MADE}}
<form class="panel sheet" method="post" action="{{ACTION}}">
	[[> _form.tpl]]
	{{#NOT_YET}}
	<p>[[No address is in use.]]</p>
	{{/NOT_YET}}
	{{#MADE}}
	<p>[[A new one takes the place of the old one, which ends at once.]]</p>
	{{/MADE}}
	<div class="acts end"><button type="submit" class="btn pri">[[Make an address]]</button></div>
</form>
</div>
</div>
[[> _foot.tpl]]
