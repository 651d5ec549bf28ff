{{%AUTOESCAPE context="HTML"}}
{{! form.tpl - a follow-up planned by hand.
ACTION, TOKEN, ONCE   of the form
LIST_URL              the list, to go back to
CUSTOMER_VALUE, SUBJECT_VALUE, DUE_VALUE, NOTE_VALUE   as typed
CHOSEN_VALUE          id of the customer found before, or ""
CHOICES               shown when several customers have such a name; in it
  CHOICE              once for each, with CHOICE_ID, CHOICE_NAME, CHOICE_ABOUT,
                      CHOICE_HTML_ID, CHOICE_HERE (value)
KIND                  once for each kind of talk, with KIND_WORD, KIND_ID,
                      KIND_HERE (value), and CALL, MAIL or VISIT
DAY                   once for each day on offer, with DAY_WORD, DAY_ID,
                      DAY_NAME, DAY_TEXT ("" for another), DAY_HERE (value)
REPEATS               once for each choice, with REPEATS_WORD, REPEATS_NAME,
                      REPEATS_HERE (value)
OWNERS                shown to who may choose; in it OWNER once for each person
                      with OWNER_ID, OWNER_NAME, OWNER_HERE (value)
.._BAD                shown with MESSAGE beside a bad field
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
<nav class="crumbs" aria-label="[[Breadcrumb]]"><a href="{{LIST_URL}}">[[Follow-ups]]</a></nav>
[[> _errors.tpl]]
<h1>[[New follow-up]]</h1>
<form class="panel sheet" method="post" action="{{ACTION}}" novalidate>
	[[> _form.tpl]]
	<div class="f{{#CUSTOMER_BAD}} bad{{/CUSTOMER_BAD}}">
		<label for="customer">[[Customer]]</label>
		<p class="hint" id="customer-h">[[The beginning of any word of the name]]</p>
		{{#CUSTOMER_BAD}}
		<p class="err" id="customer-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/CUSTOMER_BAD}}
		<input id="customer" name="customer" type="text" autocomplete="off" value="{{CUSTOMER_VALUE}}" aria-describedby="customer-h{{#CUSTOMER_BAD}} customer-e{{/CUSTOMER_BAD}}"{{#CUSTOMER_BAD}} aria-invalid="true"{{/CUSTOMER_BAD}}>
	</div>
	{{#CHOICES}}
	<fieldset class="f bad">
		<legend>[[Which of them?]]</legend>
		<div class="tiles">
			{{#CHOICE}}
			<label class="tile"><input type="radio" name="chosen" id="{{CHOICE_HTML_ID}}" value="{{CHOICE_ID}}"{{#CHOICE_HERE}} checked{{/CHOICE_HERE}}><span>{{CHOICE_NAME}}{{#CHOICE_ABOUT}}<small>{{CHOICE_ABOUT}}</small>{{/CHOICE_ABOUT}}</span></label>
			{{/CHOICE}}
		</div>
	</fieldset>
	{{/CHOICES}}
	{{#CHOSEN_VALUE}}
	<input type="hidden" name="chosen" value="{{CHOSEN_VALUE}}">
	{{/CHOSEN_VALUE}}
	<div class="f{{#SUBJECT_BAD}} bad{{/SUBJECT_BAD}}">
		<label for="subject">[[Why]]</label>
		<p class="hint" id="subject-h">[[One line the colleague who calls will understand, for example “Is the grinder fault solved?”]]</p>
		{{#SUBJECT_BAD}}
		<p class="err" id="subject-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/SUBJECT_BAD}}
		<input id="subject" name="subject" type="text" value="{{SUBJECT_VALUE}}" aria-describedby="subject-h{{#SUBJECT_BAD}} subject-e{{/SUBJECT_BAD}}"{{#SUBJECT_BAD}} aria-invalid="true"{{/SUBJECT_BAD}}>
	</div>
	<fieldset class="f{{#KIND_BAD}} bad{{/KIND_BAD}}"{{#KIND_BAD}} aria-describedby="kind-e"{{/KIND_BAD}}>
		<legend>[[How]]</legend>
		{{#KIND_BAD}}
		<p class="err" id="kind-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/KIND_BAD}}
		<div class="tiles">
			{{#KIND}}
			<label class="tile"><input type="radio" name="kind" id="{{KIND_ID}}" value="{{KIND_WORD}}"{{#KIND_HERE}} checked{{/KIND_HERE}}>{{#CALL}}[[@phone]][[Call]]{{/CALL}}{{#MAIL}}[[@mail]][[Email]]{{/MAIL}}{{#VISIT}}[[@meet]][[Meeting]]{{/VISIT}}</label>
			{{/KIND}}
		</div>
	</fieldset>
	<div class="day">
		<fieldset class="f">
			<legend>[[Day]]</legend>
			<div class="tiles">
				{{#DAY}}
				<label class="tile"><input type="radio" name="when" id="{{DAY_ID}}" value="{{DAY_WORD}}"{{#DAY_HERE}} checked{{/DAY_HERE}}><span>{{DAY_NAME}}{{#DAY_TEXT}}<small>{{DAY_TEXT}}</small>{{/DAY_TEXT}}</span></label>
				{{/DAY}}
			</div>
		</fieldset>
		<div class="f if-day{{#DUE_BAD}} bad{{/DUE_BAD}}">
			<label for="due">[[Another day]]</label>
			<p class="hint" id="due-h">[[For example 30 11 2026, 30 Nov or tomorrow]]</p>
			{{#DUE_BAD}}
			<p class="err" id="due-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/DUE_BAD}}
			<input id="due" name="due" type="text" autocomplete="off" value="{{DUE_VALUE}}" aria-describedby="due-h{{#DUE_BAD}} due-e{{/DUE_BAD}}"{{#DUE_BAD}} aria-invalid="true"{{/DUE_BAD}}>
		</div>
	</div>
	<div class="f{{#REPEATS_BAD}} bad{{/REPEATS_BAD}}">
		<label for="repeats">[[How often]]</label>
		<p class="hint" id="repeats-h">[[Comes again when it is done, counted from the talk]]</p>
		{{#REPEATS_BAD}}
		<p class="err" id="repeats-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/REPEATS_BAD}}
		<span class="sel"><select id="repeats" name="repeats" aria-describedby="repeats-h{{#REPEATS_BAD}} repeats-e{{/REPEATS_BAD}}"{{#REPEATS_BAD}} aria-invalid="true"{{/REPEATS_BAD}}>
			{{#REPEATS}}
			<option value="{{REPEATS_WORD}}"{{#REPEATS_HERE}} selected{{/REPEATS_HERE}}>{{REPEATS_NAME}}</option>
			{{/REPEATS}}
		</select></span>
	</div>
	{{#OWNERS}}
	<div class="f{{#OWNER_BAD}} bad{{/OWNER_BAD}}">
		<label for="owner">[[Who sees to it]]</label>
		{{#OWNER_BAD}}
		<p class="err" id="owner-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/OWNER_BAD}}
		<span class="sel"><select id="owner" name="owner"{{#OWNER_BAD}} aria-invalid="true" aria-describedby="owner-e"{{/OWNER_BAD}}>
			<option value="">[[The customer’s account manager]]</option>
			{{#OWNER}}
			<option value="{{OWNER_ID}}"{{#OWNER_HERE}} selected{{/OWNER_HERE}}>{{OWNER_NAME}}</option>
			{{/OWNER}}
		</select></span>
	</div>
	{{/OWNERS}}
	<div class="f{{#NOTE_BAD}} bad{{/NOTE_BAD}}">
		<label for="note">[[Note]] <span class="hint">[[(optional)]]</span></label>
		{{#NOTE_BAD}}
		<p class="err" id="note-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/NOTE_BAD}}
		<textarea id="note" name="note" rows="3"{{#NOTE_BAD}} aria-invalid="true" aria-describedby="note-e"{{/NOTE_BAD}}>{{NOTE_VALUE:p}}</textarea>
	</div>
	<div class="acts end"><button type="submit" class="btn pri">[[Save follow-up]]</button><a class="btn bare" href="{{LIST_URL}}">[[Cancel]]</a></div>
</form>
</div>
[[> _foot.tpl]]
