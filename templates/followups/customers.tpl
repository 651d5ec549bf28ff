{{%AUTOESCAPE context="HTML"}}
{{! customers.tpl - customers found by name, e-mail or phone.
Q_VALUE  as typed
FOUND    once for each: FOUND_URL, FOUND_NAME, FOUND_SEGMENT, FOUND_MANAGER
NOBODY   shown when nobody is like that; MORE when not all are shown
The rest: _top.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
<p class="crumbs"><a href="/followups">[[@left]][[Follow-ups]]</a></p>
<h1>[[Customers]]</h1>
<form class="find" method="get" action="/followups/customers" role="search">
	<input type="search" id="q" name="q" value="{{Q_VALUE}}" aria-label="[[Find a customer]]" placeholder="[[Name, phone or e-mail]]" aria-keyshortcuts="/">
	<button type="submit" class="btn">[[@search]][[Find]]</button>
</form>
{{#NOBODY}}
<section class="panel empty"><p>[[You have no such customer.]]</p></section>
{{/NOBODY}}
<ul class="saved">
	{{#FOUND}}
	<li><a href="{{FOUND_URL}}"><bdi>{{FOUND_NAME}}</bdi></a>{{#FOUND_SEGMENT}}<span class="tag">{{FOUND_SEGMENT}}</span>{{/FOUND_SEGMENT}}{{#FOUND_MANAGER}}<span class="mut"><bdi>{{FOUND_MANAGER}}</bdi></span>{{/FOUND_MANAGER}}</li>
	{{/FOUND}}
</ul>
{{#MORE}}
<p>[[More are like this: type more of it.]]</p>
{{/MORE}}
</div>
[[> _foot.tpl]]
