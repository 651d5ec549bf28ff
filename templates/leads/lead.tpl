{{%AUTOESCAPE context="HTML"}}
{{! lead.tpl - one lead: who asks for what, what happened, what happens now.
LIST_URL      the list, to go back to
NAME, CAME, STATE, STATE_CLASS, AGE (days)
PHONE, EMAIL, SOURCE, CAMPAIGN, PRODUCT, SEGMENT, OWNER_NOW, CUSTOMER, CUSTOMER_URL, COST
              values, "" where there is none
BY            shown when a customer recommended us, with BY_NAME, BY_URL
REPEAT        shown for a deal with somebody who had bought before
EDIT          shown to who may change it, with EDIT_URL
HAPPENED      once for each event, newest first, with H_CLASS, H_TITLE, H_DAY,
              H_TIME, H_WHO ("" for an import), H_TEXT and an icon: H_CART,
              H_CALL, H_WARN or H_CHECK
CONFLICT      shown when somebody was faster
NEWS          shown to who may change it: a form with ACTION, TOKEN, ONCE, ID,
              VERSION, CURRENCY; in it
  ACT         once for each thing that can happen, with ACT_WORD, ACT_NAME,
              ACT_ID, ACT_HERE (value)
  STEP, PRODUCT, OWNER   options of selects, with .._ID, .._NAME, .._HERE
  REASON      reasons given so far, with REASON_NAME
  AMOUNT_VALUE, REASON_VALUE, DAY_VALUE, NOTE_VALUE   as typed
.._BAD        shown with MESSAGE beside a bad field
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="head">
	<div>
		<nav class="crumbs" aria-label="[[Breadcrumb]]"><a href="{{LIST_URL}}">[[@left]][[Leads]]</a></nav>
		<h1><bdi>{{NAME}}</bdi> <span class="tag {{STATE_CLASS}}">{{STATE}}</span></h1>
		<p class="lede">[[Came on {{CAME}}.]]{{#OWNER_NOW}} [[With {{OWNER_NOW}}.]]{{/OWNER_NOW}}{{#REPEAT}} [[A deal with a customer: it counts as no new prospect.]]{{/REPEAT}}</p>
	</div>
	{{#EDIT}}
	<div class="acts low"><a class="btn" href="{{EDIT_URL}}">[[Correct]]</a></div>
	{{/EDIT}}
</div>
[[> _errors.tpl]]
{{#CONFLICT}}
<div class="note warn" role="alert">[[@warn]]<div>
	<p><b>[[Somebody changed this lead after you had opened it. Nothing of yours was saved.]]</b></p>
	<p>[[What you typed is still in the form; below it you see the lead as it is now.]]</p>
</div></div>
{{/CONFLICT}}
<div class="lead">
	<div class="stack">
		{{#NEWS}}
		<section class="panel" aria-labelledby="news">
			<header><h2 id="news">[[What happened?]]</h2></header>
			<form class="sheet log" method="post" action="{{ACTION}}" novalidate>
				[[> _form.tpl]]
				<input type="hidden" name="id" value="{{ID}}">
				<input type="hidden" name="version" value="{{VERSION}}">
				<fieldset class="f{{#ACT_BAD}} bad{{/ACT_BAD}}"{{#ACT_BAD}} aria-describedby="act-e"{{/ACT_BAD}}>
					<legend class="vh">[[What happened?]]</legend>
					{{#ACT_BAD}}
					<p class="err" id="act-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/ACT_BAD}}
					<div class="tiles">
						{{#ACT}}
						<label class="tile"><input type="radio" name="act" id="{{ACT_ID}}" value="{{ACT_WORD}}"{{#ACT_HERE}} checked{{/ACT_HERE}}>{{ACT_NAME}}</label>
						{{/ACT}}
					</div>
				</fieldset>
				<div class="f if-step{{#STEP_BAD}} bad{{/STEP_BAD}}">
					<label for="step">[[Step]]</label>
					{{#STEP_BAD}}
					<p class="err" id="step-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/STEP_BAD}}
					<span class="sel"><select id="step" name="step"{{#STEP_BAD}} aria-invalid="true" aria-describedby="step-e"{{/STEP_BAD}}>
						<option value="">—</option>
						{{#STEP}}
						<option value="{{STEP_ID}}"{{#STEP_HERE}} selected{{/STEP_HERE}}>{{STEP_NAME}}</option>
						{{/STEP}}
					</select></span>
				</div>
				<div class="pair if-won">
					<div class="f{{#AMOUNT_BAD}} bad{{/AMOUNT_BAD}}">
						<label for="amount">[[For how much, {{CURRENCY}}]]</label>
						{{#AMOUNT_BAD}}
						<p class="err" id="amount-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
						{{/AMOUNT_BAD}}
						<input id="amount" name="amount" type="text" inputmode="decimal" autocomplete="off" value="{{AMOUNT_VALUE}}"{{#AMOUNT_BAD}} aria-invalid="true" aria-describedby="amount-e"{{/AMOUNT_BAD}}>
					</div>
					<div class="f{{#PRODUCT_BAD}} bad{{/PRODUCT_BAD}}">
						<label for="product">[[What]]</label>
						{{#PRODUCT_BAD}}
						<p class="err" id="product-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
						{{/PRODUCT_BAD}}
						<span class="sel"><select id="product" name="product">
							<option value="">[[not recorded]]</option>
							{{#PRODUCT}}
							<option value="{{PRODUCT_ID}}"{{#PRODUCT_HERE}} selected{{/PRODUCT_HERE}}>{{PRODUCT_NAME}}</option>
							{{/PRODUCT}}
						</select></span>
					</div>
				</div>
				<div class="f if-reason{{#REASON_BAD}} bad{{/REASON_BAD}}">
					<label for="reason">[[Why]]</label>
					<p class="hint" id="reason-h">[[In a word or two, the same ones each time: they are counted]]</p>
					{{#REASON_BAD}}
					<p class="err" id="reason-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/REASON_BAD}}
					<input id="reason" name="reason" type="text" list="reasons" autocomplete="off" value="{{REASON_VALUE}}" aria-describedby="reason-h{{#REASON_BAD}} reason-e{{/REASON_BAD}}"{{#REASON_BAD}} aria-invalid="true"{{/REASON_BAD}}>
					<datalist id="reasons">
						{{#REASON}}
						<option value="{{REASON_NAME}}">
						{{/REASON}}
					</datalist>
				</div>
				<div class="f if-owner{{#OWNER_BAD}} bad{{/OWNER_BAD}}">
					<label for="owner">[[To whom]]</label>
					{{#OWNER_BAD}}
					<p class="err" id="owner-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/OWNER_BAD}}
					<span class="sel"><select id="owner" name="owner"{{#OWNER_BAD}} aria-invalid="true" aria-describedby="owner-e"{{/OWNER_BAD}}>
						<option value="">—</option>
						<option value="0">[[Nobody]]</option>
						{{#OWNER}}
						<option value="{{OWNER_ID}}"{{#OWNER_HERE}} selected{{/OWNER_HERE}}>{{OWNER_NAME}}</option>
						{{/OWNER}}
					</select></span>
				</div>
				<div class="f{{#DAY_BAD}} bad{{/DAY_BAD}}">
					<label for="day">[[Day]] <span class="hint">[[(today, if left empty)]]</span></label>
					{{#DAY_BAD}}
					<p class="err" id="day-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/DAY_BAD}}
					<input id="day" name="day" type="text" autocomplete="off" value="{{DAY_VALUE}}"{{#DAY_BAD}} aria-invalid="true" aria-describedby="day-e"{{/DAY_BAD}}>
				</div>
				<div class="f{{#NOTE_BAD}} bad{{/NOTE_BAD}}">
					<label for="note">[[Note]] <span class="hint">[[(optional)]]</span></label>
					{{#NOTE_BAD}}
					<p class="err" id="note-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/NOTE_BAD}}
					<textarea id="note" name="note" rows="2"{{#NOTE_BAD}} aria-invalid="true" aria-describedby="note-e"{{/NOTE_BAD}}>{{NOTE_VALUE:p}}</textarea>
				</div>
				<div class="acts end"><button type="submit" class="btn pri">[[Save]]</button></div>
			</form>
		</section>
		{{/NEWS}}
		<section class="panel" aria-labelledby="history">
			<header><h2 id="history">[[History]]</h2></header>
			<div class="in">
				<ol class="tl">
					{{#HAPPENED}}
					<li class="{{H_CLASS}}"><span class="ti">{{#H_CART}}[[@cart]]{{/H_CART}}{{#H_CALL}}[[@phone]]{{/H_CALL}}{{#H_WARN}}[[@warn]]{{/H_WARN}}{{#H_CHECK}}[[@check]]{{/H_CHECK}}</span><div><b>{{H_TITLE}}</b> <span class="mut">{{H_DAY}}, {{H_TIME}}{{#H_WHO}} · {{H_WHO}}{{/H_WHO}}</span>{{#H_TEXT}}<p class="said">{{H_TEXT:p}}</p>{{/H_TEXT}}</div></li>
					{{/HAPPENED}}
				</ol>
			</div>
		</section>
	</div>
	<aside class="panel" aria-labelledby="known">
		<header><h2 id="known">[[What is known]]</h2></header>
		<dl class="known in">
			{{#PHONE}}
			<div><dt>[[Phone]]</dt><dd>{{PHONE}}</dd></div>
			{{/PHONE}}
			{{#EMAIL}}
			<div><dt>[[Email]]</dt><dd>{{EMAIL}}</dd></div>
			{{/EMAIL}}
			<div><dt>[[Source]]</dt><dd>{{SOURCE}}{{#CAMPAIGN}} · {{CAMPAIGN}}{{/CAMPAIGN}}</dd></div>
			{{#BY}}
			<div><dt>[[Recommended by]]</dt><dd><a href="{{BY_URL}}"><bdi>{{BY_NAME}}</bdi></a></dd></div>
			{{/BY}}
			{{#PRODUCT}}
			<div><dt>[[Asks for]]</dt><dd>{{PRODUCT}}</dd></div>
			{{/PRODUCT}}
			{{#SEGMENT}}
			<div><dt>[[Segment]]</dt><dd>{{SEGMENT}}</dd></div>
			{{/SEGMENT}}
			{{#COST}}
			<div><dt>[[Own price]]</dt><dd>{{COST}}</dd></div>
			{{/COST}}
			{{#CUSTOMER}}
			<div><dt>[[Customer]]</dt><dd><a href="{{CUSTOMER_URL}}"><bdi>{{CUSTOMER}}</bdi></a></dd></div>
			{{/CUSTOMER}}
		</dl>
	</aside>
</div>
[[> _foot.tpl]]
