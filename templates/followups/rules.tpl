{{%AUTOESCAPE context="HTML"}}
{{! rules.tpl - the rules that plan follow-ups.
Filled by cgi/followups/rules.c.
MADE      shown with MADE_TEXT after a press on "plan now"
RULE      once for each: RULE_URL, WHEN, SUBJECT, ONLY_PRODUCT, ONLY_SEGMENT (""
          for any), SINCE, WOULD; CALL, MAIL or VISIT; ACTION, TOKEN, ONCE,
          RULE_ID of the form that stops it
NONE_YET  shown when there is none
RUN       shown with ACTION, TOKEN, ONCE when there is something to plan
ACTION, TOKEN, ONCE of the form of a new one; CAUSE, PRODUCT, SEGMENT, KIND: its
choices, VALUE, NAME, HERE (value); DAYS_VALUE, SUBJECT_VALUE as typed; .._BAD
shown with MESSAGE
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
<p class="crumbs"><a href="/followups">[[@left]][[Follow-ups]]</a></p>
[[> _errors.tpl]]
{{#MADE}}
<div class="note good" role="status">[[@check]]<p>{{MADE_TEXT}}</p></div>
{{/MADE}}
<h1>[[Rules]]</h1>
<p class="lede">[[They plan follow-ups for the account managers, a week ahead, on working days; none while a problem is open, and never two for the same reason.]]</p>
{{#NONE_YET}}
<section class="panel empty"><p>[[There is no rule yet.]]</p></section>
{{/NONE_YET}}
<ul class="saved rules">
	{{#RULE}}
	<li><span class="ti">{{#CALL}}[[@phone]]{{/CALL}}{{#MAIL}}[[@mail]]{{/MAIL}}{{#VISIT}}[[@meet]]{{/VISIT}}</span><span><a href="{{RULE_URL}}">{{WHEN}}</a>: <bdi>{{SUBJECT}}</bdi>{{#ONLY_PRODUCT}} <span class="tag">{{ONLY_PRODUCT}}</span>{{/ONLY_PRODUCT}}{{#ONLY_SEGMENT}} <span class="tag">{{ONLY_SEGMENT}}</span>{{/ONLY_SEGMENT}} <span class="mut">{{WOULD}}</span></span>
		<form method="post" action="{{ACTION}}">
			[[> _form.tpl]]
			<input type="hidden" name="id" value="{{RULE_ID}}">
			<button type="submit" class="btn sm bare" aria-label="[[Stop: {{WHEN}}, {{SUBJECT}}]]">[[Stop]]</button>
		</form>
	</li>
	{{/RULE}}
</ul>
{{#RUN}}
<form class="acts plan-now" method="post" action="{{ACTION}}">
	[[> _form.tpl]]
	<button type="submit" class="btn">[[Plan them now]]</button>
	<p class="small mut">[[They are planned each hour in any case.]]</p>
</form>
{{/RUN}}
<form class="panel sheet" method="post" action="{{ACTION}}" novalidate>
	[[> _form.tpl]]
	<h2>[[A new rule]]</h2>
	<p class="hint">[[It answers what happens from today on.]]</p>
	<div class="pair">
	<div class="f{{#DAYS_BAD}} bad{{/DAYS_BAD}}">
		<label for="days">[[Days]]</label>
		{{#DAYS_BAD}}
		<p class="err" id="days-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/DAYS_BAD}}
		<input id="days" name="days" type="text" inputmode="numeric" autocomplete="off" value="{{DAYS_VALUE}}"{{#DAYS_BAD}} aria-invalid="true" aria-describedby="days-e"{{/DAYS_BAD}}>
	</div>
	<div class="f{{#CAUSE_BAD}} bad{{/CAUSE_BAD}}">
		<label for="cause">[[When]]</label>
		{{#CAUSE_BAD}}
		<p class="err" id="cause-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/CAUSE_BAD}}
		<span class="sel"><select id="cause" name="cause"{{#CAUSE_BAD}} aria-invalid="true" aria-describedby="cause-e"{{/CAUSE_BAD}}>
			{{#CAUSE}}
			<option value="{{VALUE}}"{{#HERE}} selected{{/HERE}}>{{NAME}}</option>
			{{/CAUSE}}
		</select></span>
	</div>
	</div>
	<div class="pair">
	<div class="f{{#KIND_BAD}} bad{{/KIND_BAD}}">
		<label for="kind">[[How]]</label>
		{{#KIND_BAD}}
		<p class="err" id="kind-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/KIND_BAD}}
		<span class="sel"><select id="kind" name="kind"{{#KIND_BAD}} aria-invalid="true" aria-describedby="kind-e"{{/KIND_BAD}}>
			{{#KIND}}
			<option value="{{VALUE}}"{{#HERE}} selected{{/HERE}}>{{NAME}}</option>
			{{/KIND}}
		</select></span>
	</div>
	<div class="f{{#SUBJECT_BAD}} bad{{/SUBJECT_BAD}}">
		<label for="subject">[[What about]]</label>
		{{#SUBJECT_BAD}}
		<p class="err" id="subject-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/SUBJECT_BAD}}
		<input id="subject" name="subject" type="text" autocomplete="off" value="{{SUBJECT_VALUE}}"{{#SUBJECT_BAD}} aria-invalid="true" aria-describedby="subject-e"{{/SUBJECT_BAD}}>
	</div>
	</div>
	<div class="pair">
	<div class="f{{#PRODUCT_BAD}} bad{{/PRODUCT_BAD}}">
		<label for="product">[[Only who bought]]</label>
		{{#PRODUCT_BAD}}
		<p class="err" id="product-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/PRODUCT_BAD}}
		<span class="sel"><select id="product" name="product"{{#PRODUCT_BAD}} aria-invalid="true" aria-describedby="product-e"{{/PRODUCT_BAD}}>
			<option value="">[[anything]]</option>
			{{#PRODUCT}}
			<option value="{{VALUE}}"{{#HERE}} selected{{/HERE}}>{{NAME}}</option>
			{{/PRODUCT}}
		</select></span>
	</div>
	<div class="f{{#SEGMENT_BAD}} bad{{/SEGMENT_BAD}}">
		<label for="segment">[[Only customers of]]</label>
		{{#SEGMENT_BAD}}
		<p class="err" id="segment-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/SEGMENT_BAD}}
		<span class="sel"><select id="segment" name="segment"{{#SEGMENT_BAD}} aria-invalid="true" aria-describedby="segment-e"{{/SEGMENT_BAD}}>
			<option value="">[[any segment]]</option>
			{{#SEGMENT}}
			<option value="{{VALUE}}"{{#HERE}} selected{{/HERE}}>{{NAME}}</option>
			{{/SEGMENT}}
		</select></span>
	</div>
	</div>
	<div class="acts end"><button type="submit" class="btn pri">[[Add rule]]</button></div>
</form>
</div>
[[> _foot.tpl]]
