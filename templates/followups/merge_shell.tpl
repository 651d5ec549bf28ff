{{%AUTOESCAPE context="HTML"}}
{{! merge_shell.tpl - a customer who was merged into another one.
Filled by cgi/followups/merging_shell.c.
NAME, INTO_NAME, INTO_URL; DAY, PERSON ("" when not known), WHY
CONFLICT  shown when somebody was faster
UNDO      a form to who may take it back: ACTION, TOKEN, ONCE, ID, MERGE,
          VERSION, INTO_VERSION
The rest: _top.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
<p class="crumbs"><a href="/followups/customers">[[@left]][[Customers]]</a></p>
{{#CONFLICT}}
<div class="note warn" role="alert">[[@warn]]<p>[[Somebody has changed one of them meanwhile: look at how both stand now.]]</p></div>
{{/CONFLICT}}
<h1><bdi>{{NAME}}</bdi></h1>
<p class="lede">[[This customer is the same as another one, and all that was recorded is there:]] <a href="{{INTO_URL}}"><bdi>{{INTO_NAME}}</bdi></a></p>
<p class="meta"><span>[[Merged on {{DAY}}]]</span>{{#PERSON}}<span><bdi>{{PERSON}}</bdi></span>{{/PERSON}}{{#WHY}}<span>{{WHY}}</span>{{/WHY}}</p>
{{#UNDO}}
<form class="panel sheet log" method="post" action="{{ACTION}}">
	[[> _form.tpl]]
	<input type="hidden" name="id" value="{{ID}}">
	<input type="hidden" name="merge" value="{{MERGE}}">
	<input type="hidden" name="version" value="{{VERSION}}">
	<input type="hidden" name="into_version" value="{{INTO_VERSION}}">
	<p>[[They are two after all? What was recorded before the merge comes back here; what came later stays there.]]</p>
	<div class="acts end"><button type="submit" class="btn">[[Take the merge back]]</button></div>
</form>
{{/UNDO}}
</div>
[[> _foot.tpl]]
