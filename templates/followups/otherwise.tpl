{{%AUTOESCAPE context="HTML"}}
{{! otherwise.tpl - a follow-up that is cancelled or handed over.
Filled by cgi/followups/otherwise.c.
ACTION, TOKEN, ONCE, ID, VERSION of the form; CUSTOMER, SUBJECT, DUE, OWNER_NOW
THEN_VALUE, WHO_VALUE, OWNER_VALUE, ALL_VALUE  the list to go back to
CANCEL_HERE, ASSIGN_HERE, WHY_VALUE            as chosen and typed
PEOPLE      shown when somebody else may have it; in it PERSON once for each,
            with PERSON_ID, PERSON_NAME, PERSON_HERE (value)
.._BAD      shown with MESSAGE beside a bad field
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
<nav class="crumbs" aria-label="[[Breadcrumb]]"><a href="/followups">[[Follow-ups]]</a></nav>
[[> _errors.tpl]]
<h1>[[Cancel it, or hand it over]]</h1>
<p class="lede"><b><bdi>{{CUSTOMER}}</bdi></b>: {{SUBJECT}} · {{DUE}} · <bdi>{{OWNER_NOW}}</bdi></p>
<form class="panel sheet log" method="post" action="{{ACTION}}" novalidate>
	[[> _form.tpl]]
	<input type="hidden" name="id" value="{{ID}}">
	<input type="hidden" name="version" value="{{VERSION}}">
	<input type="hidden" name="then" value="{{THEN_VALUE}}">
	<input type="hidden" name="who" value="{{WHO_VALUE}}">
	<input type="hidden" name="owner" value="{{OWNER_VALUE}}">
	<input type="hidden" name="all" value="{{ALL_VALUE}}">
	<fieldset class="f{{#WHAT_BAD}} bad{{/WHAT_BAD}}"{{#WHAT_BAD}} aria-describedby="what-e"{{/WHAT_BAD}}>
		<legend>[[What happens to it?]]</legend>
		{{#WHAT_BAD}}
		<p class="err" id="what-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/WHAT_BAD}}
		<label class="tick"><input type="radio" name="what" id="what" value="cancel"{{#CANCEL_HERE}} checked{{/CANCEL_HERE}}> [[It is not needed any more]]</label>
		{{#PEOPLE}}
		<label class="tick"><input type="radio" name="what" value="assign"{{#ASSIGN_HERE}} checked{{/ASSIGN_HERE}}> [[Somebody else sees to it]]</label>
		{{/PEOPLE}}
	</fieldset>
	{{#PEOPLE}}
	<div class="f if-to{{#TO_BAD}} bad{{/TO_BAD}}">
		<label for="to">[[Who]]</label>
		{{#TO_BAD}}
		<p class="err" id="to-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/TO_BAD}}
		<span class="sel"><select id="to" name="to"{{#TO_BAD}} aria-invalid="true" aria-describedby="to-e"{{/TO_BAD}}>
			<option value="">[[choose]]</option>
			{{#PERSON}}
			<option value="{{PERSON_ID}}"{{#PERSON_HERE}} selected{{/PERSON_HERE}}>{{PERSON_NAME}}</option>
			{{/PERSON}}
		</select></span>
	</div>
	{{/PEOPLE}}
	<div class="f{{#WHY_BAD}} bad{{/WHY_BAD}}">
		<label for="why">[[Reason]]</label>
		{{#WHY_BAD}}
		<p class="err" id="why-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/WHY_BAD}}
		<input id="why" name="why" type="text" autocomplete="off" value="{{WHY_VALUE}}"{{#WHY_BAD}} aria-invalid="true" aria-describedby="why-e"{{/WHY_BAD}}>
	</div>
	<div class="acts end"><button type="submit" class="btn pri">[[Save]]</button><a class="btn bare" href="/followups">[[Cancel]]</a></div>
</form>
</div>
[[> _foot.tpl]]
