{{%AUTOESCAPE context="HTML"}}
{{! heard.tpl - a purchase, a refund or a review of a customer.
Filled by cgi/followups/heard.c.
CUSTOMER, CUSTOMER_URL
ACTION, TOKEN, ONCE, ID of the form, CURRENCY; WHAT, PRODUCT, STARS: its choices,
VALUE, NAME, HERE (value), of WHAT CHOICE_ID; AMOUNT_VALUE, PLACE_VALUE, DAY_VALUE as typed; .._BAD
shown with MESSAGE
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
<p class="crumbs"><a href="{{CUSTOMER_URL}}">[[@left]]<bdi>{{CUSTOMER}}</bdi></a></p>
[[> _errors.tpl]]
<h1>[[What happened?]]</h1>
<form class="panel sheet log" method="post" action="{{ACTION}}" novalidate>
	[[> _form.tpl]]
	<input type="hidden" name="id" value="{{ID}}">
	<fieldset class="f{{#WHAT_BAD}} bad{{/WHAT_BAD}}"{{#WHAT_BAD}} aria-describedby="what-e"{{/WHAT_BAD}}>
		<legend class="vh">[[What happened?]]</legend>
		{{#WHAT_BAD}}
		<p class="err" id="what-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/WHAT_BAD}}
		<div class="tiles">
			{{#WHAT}}
			<label class="tile"><input type="radio" name="what" id="{{CHOICE_ID}}" value="{{VALUE}}"{{#HERE}} checked{{/HERE}}>{{NAME}}</label>
			{{/WHAT}}
		</div>
	</fieldset>
	<div class="pair if-money">
	<div class="f{{#AMOUNT_BAD}} bad{{/AMOUNT_BAD}}">
		<label for="amount">[[How much, {{CURRENCY}}]]</label>
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
		<span class="sel"><select id="product" name="product"{{#PRODUCT_BAD}} aria-invalid="true" aria-describedby="product-e"{{/PRODUCT_BAD}}>
			<option value="">[[not recorded]]</option>
			{{#PRODUCT}}
			<option value="{{VALUE}}"{{#HERE}} selected{{/HERE}}>{{NAME}}</option>
			{{/PRODUCT}}
		</select></span>
	</div>
	</div>
	<div class="pair if-published">
	<div class="f{{#RATING_BAD}} bad{{/RATING_BAD}}">
		<label for="rating">[[Stars]]</label>
		{{#RATING_BAD}}
		<p class="err" id="rating-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/RATING_BAD}}
		<span class="sel"><select id="rating" name="rating"{{#RATING_BAD}} aria-invalid="true" aria-describedby="rating-e"{{/RATING_BAD}}>
			<option value="">[[none]]</option>
			{{#STARS}}
			<option value="{{VALUE}}"{{#HERE}} selected{{/HERE}}>{{NAME}}</option>
			{{/STARS}}
		</select></span>
	</div>
	<div class="f{{#PLACE_BAD}} bad{{/PLACE_BAD}}">
		<label for="place">[[Where]]</label>
		{{#PLACE_BAD}}
		<p class="err" id="place-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/PLACE_BAD}}
		<input id="place" name="place" type="text" autocomplete="off" value="{{PLACE_VALUE}}"{{#PLACE_BAD}} aria-invalid="true" aria-describedby="place-e"{{/PLACE_BAD}}>
	</div>
	</div>
	<div class="f{{#DAY_BAD}} bad{{/DAY_BAD}}">
		<label for="day">[[Day]] <span class="hint">[[(today, if left empty)]]</span></label>
		{{#DAY_BAD}}
		<p class="err" id="day-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/DAY_BAD}}
		<input id="day" name="day" type="text" autocomplete="off" value="{{DAY_VALUE}}"{{#DAY_BAD}} aria-invalid="true" aria-describedby="day-e"{{/DAY_BAD}}>
	</div>
	<div class="acts end"><button type="submit" class="btn pri">[[Save]]</button><a class="btn bare" href="{{CUSTOMER_URL}}">[[Cancel]]</a></div>
</form>
</div>
[[> _foot.tpl]]
