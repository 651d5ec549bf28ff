{{%AUTOESCAPE context="HTML"}}
{{! merge_choice.tpl - whom a customer may be the same as.
Filled by cgi/followups/merging_choice.c.
CUSTOMER (the id), CUSTOMER_NAME, CUSTOMER_URL, Q_VALUE as typed
TAKEN    shown when the other one was merged meanwhile
LIKELY   shown when some have the same e-mail or phone, FOUND when some were
         looked for; in both ONE once for each: ONE_URL, ONE_NAME, ONE_SEGMENT,
         ONE_MANAGER
NOBODY   shown when nobody is like what was typed; MORE when not all are shown
SHELLS   shown when some were merged into this one; SHELL once for each:
         SHELL_URL, SHELL_NAME, SHELL_DAY
The rest: _top.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
<p class="crumbs"><a href="{{CUSTOMER_URL}}">[[@left]]<bdi>{{CUSTOMER_NAME}}</bdi></a></p>
{{#TAKEN}}
<div class="note warn" role="alert">[[@warn]]<p>[[That customer was merged already: choose another one.]]</p></div>
{{/TAKEN}}
<h1>[[Who is the same as {{CUSTOMER_NAME}}?]]</h1>
{{#LIKELY}}
<h2 id="h-likely">[[With the same e-mail or phone]]</h2>
<ul class="saved" aria-labelledby="h-likely">
	{{#ONE}}
	<li><a href="{{ONE_URL}}"><bdi>{{ONE_NAME}}</bdi></a>{{#ONE_SEGMENT}}<span class="tag">{{ONE_SEGMENT}}</span>{{/ONE_SEGMENT}}{{#ONE_MANAGER}}<span class="mut"><bdi>{{ONE_MANAGER}}</bdi></span>{{/ONE_MANAGER}}</li>
	{{/ONE}}
</ul>
{{/LIKELY}}
<form class="find" method="get" action="/followups/merge" role="search">
	<input type="hidden" name="customer" value="{{CUSTOMER}}">
	<input type="search" id="q" name="q" value="{{Q_VALUE}}" aria-label="[[Find a customer]]" placeholder="[[Name, phone or e-mail]]" aria-keyshortcuts="/">
	<button type="submit" class="btn">[[@search]][[Find]]</button>
</form>
{{#NOBODY}}
<section class="panel empty"><p>[[You have no such customer.]]</p></section>
{{/NOBODY}}
{{#FOUND}}
<ul class="saved">
	{{#ONE}}
	<li><a href="{{ONE_URL}}"><bdi>{{ONE_NAME}}</bdi></a>{{#ONE_SEGMENT}}<span class="tag">{{ONE_SEGMENT}}</span>{{/ONE_SEGMENT}}{{#ONE_MANAGER}}<span class="mut"><bdi>{{ONE_MANAGER}}</bdi></span>{{/ONE_MANAGER}}</li>
	{{/ONE}}
</ul>
{{/FOUND}}
{{#MORE}}
<p>[[More are like this: type more of it.]]</p>
{{/MORE}}
{{#SHELLS}}
<h2 id="h-shells">[[Merged into this one]]</h2>
<ul class="saved" aria-labelledby="h-shells">
	{{#SHELL}}
	<li><a href="{{SHELL_URL}}"><bdi>{{SHELL_NAME}}</bdi></a> <span class="mut">{{SHELL_DAY}}</span></li>
	{{/SHELL}}
</ul>
{{/SHELLS}}
</div>
[[> _foot.tpl]]
