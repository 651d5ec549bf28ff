{{%AUTOESCAPE context="HTML"}}
{{! form.tpl - a lead entered by hand, or what is known of it corrected.
ACTION, TOKEN, ONCE   of the form
BACK_URL              where the visitor came from
CURRENCY              of the price
NAME_VALUE, EMAIL_VALUE, PHONE_VALUE, COST_VALUE   as typed
SOURCE, CAMPAIGN, PRODUCT, SEGMENT   options of selects, with .._ID, .._NAME, .._HERE
CONFLICT              shown when somebody was faster
CORRECT               shown for one that is there, with ID, VERSION
NEW                   shown for a new one, with DAY_VALUE; in it
  BY                  shown when a customer recommended us: BY_ID, BY_NAME
  OWNERS              shown to who may choose; in it OWNER, options likewise
  TWINS               shown when there are leads with this e-mail or phone; in
                      it TWIN once for each, with TWIN_NAME, TWIN_DAY,
                      TWIN_OWNER (or ""), and TWIN_OPEN with TWIN_URL where
                      the visitor may see it
.._BAD                shown with MESSAGE beside a bad field
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
<nav class="crumbs" aria-label="[[Breadcrumb]]"><a href="{{BACK_URL}}">[[@left]][[Back]]</a></nav>
[[> _errors.tpl]]
{{#CONFLICT}}
<div class="note warn" role="alert">[[@warn]]<div>
	<p><b>[[Somebody changed this lead after you had opened it. Nothing of yours was saved.]]</b></p>
	<p>[[What you typed stands below; to save it over theirs, press the button once more.]]</p>
</div></div>
{{/CONFLICT}}
<h1>{{TITLE}}</h1>
<form class="panel sheet" method="post" action="{{ACTION}}" novalidate>
	[[> _form.tpl]]
	{{#CORRECT}}
	<input type="hidden" name="id" value="{{ID}}">
	<input type="hidden" name="version" value="{{VERSION}}">
	{{/CORRECT}}
	<div class="f{{#NAME_BAD}} bad{{/NAME_BAD}}">
		<label for="name">[[Who asks]]</label>
		<p class="hint" id="name-h">[[A person, a firm, or both]]</p>
		{{#NAME_BAD}}
		<p class="err" id="name-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/NAME_BAD}}
		<input id="name" name="name" type="text" autocomplete="off" value="{{NAME_VALUE}}" aria-describedby="name-h{{#NAME_BAD}} name-e{{/NAME_BAD}}"{{#NAME_BAD}} aria-invalid="true"{{/NAME_BAD}}>
	</div>
	<div class="pair">
		<div class="f{{#PHONE_BAD}} bad{{/PHONE_BAD}}">
			<label for="phone">[[Phone]]</label>
			{{#PHONE_BAD}}
			<p class="err" id="phone-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/PHONE_BAD}}
			<input id="phone" name="phone" type="tel" autocomplete="off" value="{{PHONE_VALUE}}"{{#PHONE_BAD}} aria-invalid="true" aria-describedby="phone-e"{{/PHONE_BAD}}>
		</div>
		<div class="f{{#EMAIL_BAD}} bad{{/EMAIL_BAD}}">
			<label for="email">[[Email]]</label>
			{{#EMAIL_BAD}}
			<p class="err" id="email-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/EMAIL_BAD}}
			<input id="email" name="email" type="email" autocomplete="off" value="{{EMAIL_VALUE}}"{{#EMAIL_BAD}} aria-invalid="true" aria-describedby="email-e"{{/EMAIL_BAD}}>
		</div>
	</div>
	{{#NEW}}
	{{#BY}}
	<div class="f">
		<p class="lab">[[Recommended by]]</p>
		<p><bdi>{{BY_NAME}}</bdi></p>
		<input type="hidden" name="by" value="{{BY_ID}}">
	</div>
	{{/BY}}
	<div class="twins" id="twins" aria-live="polite">
	{{#TWINS}}
	<div class="f{{#KNOWN_BAD}} bad{{/KNOWN_BAD}}">
		<p class="lab" id="twins-l">[[There already, with this e-mail or phone:]]</p>
		<ul>
			{{#TWIN}}
			<li>{{#TWIN_OPEN}}<a href="{{TWIN_URL}}">{{/TWIN_OPEN}}<bdi>{{TWIN_NAME}}</bdi>{{#TWIN_OPEN}}</a>{{/TWIN_OPEN}} <span class="mut">{{TWIN_DAY}}{{#TWIN_OWNER}} · {{TWIN_OWNER}}{{/TWIN_OWNER}}</span></li>
			{{/TWIN}}
		</ul>
		{{#KNOWN_BAD}}
		<p class="err" id="known-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/KNOWN_BAD}}
		<label class="tick"><input type="checkbox" name="known" id="known" value="1" aria-describedby="twins-l{{#KNOWN_BAD}} known-e{{/KNOWN_BAD}}"> [[This is one more inquiry]]</label>
	</div>
	{{/TWINS}}
	</div>
	{{/NEW}}
	<div class="pair">
		<div class="f{{#SOURCE_BAD}} bad{{/SOURCE_BAD}}">
			<label for="source">[[Where they come from]]</label>
			{{#SOURCE_BAD}}
			<p class="err" id="source-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/SOURCE_BAD}}
			<span class="sel"><select id="source" name="source"{{#SOURCE_BAD}} aria-invalid="true" aria-describedby="source-e"{{/SOURCE_BAD}}>
				<option value="">[[not recorded]]</option>
				{{#SOURCE}}
				<option value="{{SOURCE_ID}}"{{#SOURCE_HERE}} selected{{/SOURCE_HERE}}>{{SOURCE_NAME}}</option>
				{{/SOURCE}}
			</select></span>
		</div>
		<div class="f{{#CAMPAIGN_BAD}} bad{{/CAMPAIGN_BAD}}">
			<label for="campaign">[[Campaign]]</label>
			{{#CAMPAIGN_BAD}}
			<p class="err" id="campaign-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/CAMPAIGN_BAD}}
			<span class="sel"><select id="campaign" name="campaign"{{#CAMPAIGN_BAD}} aria-invalid="true" aria-describedby="campaign-e"{{/CAMPAIGN_BAD}}>
				<option value="">[[none]]</option>
				{{#CAMPAIGN}}
				<option value="{{CAMPAIGN_ID}}"{{#CAMPAIGN_HERE}} selected{{/CAMPAIGN_HERE}}>{{CAMPAIGN_NAME}}</option>
				{{/CAMPAIGN}}
			</select></span>
		</div>
	</div>
	<div class="pair">
		<div class="f{{#PRODUCT_BAD}} bad{{/PRODUCT_BAD}}">
			<label for="product">[[What they ask for]]</label>
			{{#PRODUCT_BAD}}
			<p class="err" id="product-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/PRODUCT_BAD}}
			<span class="sel"><select id="product" name="product"{{#PRODUCT_BAD}} aria-invalid="true" aria-describedby="product-e"{{/PRODUCT_BAD}}>
				<option value="">[[not recorded]]</option>
				{{#PRODUCT}}
				<option value="{{PRODUCT_ID}}"{{#PRODUCT_HERE}} selected{{/PRODUCT_HERE}}>{{PRODUCT_NAME}}</option>
				{{/PRODUCT}}
			</select></span>
		</div>
		<div class="f{{#SEGMENT_BAD}} bad{{/SEGMENT_BAD}}">
			<label for="segment">[[Segment]]</label>
			{{#SEGMENT_BAD}}
			<p class="err" id="segment-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/SEGMENT_BAD}}
			<span class="sel"><select id="segment" name="segment"{{#SEGMENT_BAD}} aria-invalid="true" aria-describedby="segment-e"{{/SEGMENT_BAD}}>
				<option value="">[[not recorded]]</option>
				{{#SEGMENT}}
				<option value="{{SEGMENT_ID}}"{{#SEGMENT_HERE}} selected{{/SEGMENT_HERE}}>{{SEGMENT_NAME}}</option>
				{{/SEGMENT}}
			</select></span>
		</div>
	</div>
	<div class="pair">
		<div class="f{{#COST_BAD}} bad{{/COST_BAD}}">
			<label for="cost">[[Price of this lead, {{CURRENCY}}]] <span class="hint">[[(if it has one of its own)]]</span></label>
			{{#COST_BAD}}
			<p class="err" id="cost-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/COST_BAD}}
			<input id="cost" name="cost" type="text" inputmode="decimal" autocomplete="off" value="{{COST_VALUE}}"{{#COST_BAD}} aria-invalid="true" aria-describedby="cost-e"{{/COST_BAD}}>
		</div>
		{{#NEW}}
		{{#OWNERS}}
		<div class="f{{#OWNER_BAD}} bad{{/OWNER_BAD}}">
			<label for="owner">[[Who sees to it]]</label>
			{{#OWNER_BAD}}
			<p class="err" id="owner-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/OWNER_BAD}}
			<span class="sel"><select id="owner" name="owner"{{#OWNER_BAD}} aria-invalid="true" aria-describedby="owner-e"{{/OWNER_BAD}}>
				<option value="0">[[Nobody yet]]</option>
				{{#OWNER}}
				<option value="{{OWNER_ID}}"{{#OWNER_HERE}} selected{{/OWNER_HERE}}>{{OWNER_NAME}}</option>
				{{/OWNER}}
			</select></span>
		</div>
		{{/OWNERS}}
		<div class="f{{#DAY_BAD}} bad{{/DAY_BAD}}">
			<label for="day">[[Day it came]] <span class="hint">[[(today, if left empty)]]</span></label>
			{{#DAY_BAD}}
			<p class="err" id="day-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/DAY_BAD}}
			<input id="day" name="day" type="text" autocomplete="off" value="{{DAY_VALUE}}"{{#DAY_BAD}} aria-invalid="true" aria-describedby="day-e"{{/DAY_BAD}}>
		</div>
		{{/NEW}}
	</div>
	<div class="acts end"><button type="submit" class="btn pri">[[Save lead]]</button><a class="btn bare" href="{{BACK_URL}}">[[Cancel]]</a></div>
</form>
</div>
[[> _foot.tpl]]
