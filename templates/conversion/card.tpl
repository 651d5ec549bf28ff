{{%AUTOESCAPE context="HTML"}}
{{! card.tpl - what a number means.  Filled by cgi/conversion/card.c.
TITLE, BACK_URL, PERIOD, HORIZON, CSV_URL, JSON_URL
VALUE       shown with VALUE_TEXT, VALUE_RANGE where the page has one value
FORMULA, COUNTED, LEFT_OUT, SOURCE (SOURCE_TEXT)
PART        once for each count it is made of: PART_NAME, PART_VALUE, PART_URL }}
[[> _top.tpl]]
<div class="head">
	<div>
		<p class="crumbs"><a href="{{BACK_URL}}">[[@left]][[Conversion]]</a></p>
		<h1>{{TITLE}}</h1>
		<p class="lede">{{#VALUE}}<b>{{VALUE_TEXT}}</b>{{#VALUE_RANGE}} ({{VALUE_RANGE}}){{/VALUE_RANGE}} · {{/VALUE}}{{PERIOD}}</p>
	</div>
	<div class="acts low"><a class="btn" href="{{CSV_URL}}">[[@down2]]CSV</a><a class="btn" href="{{JSON_URL}}">JSON</a></div>
</div>
<div class="lead">
	<section class="panel" aria-labelledby="h-means">
		<header><h2 id="h-means">[[What it means]]</h2></header>
		<dl class="in known">
			<div><dt>[[Formula]]</dt><dd><b>{{FORMULA}}</b></dd></div>
			<div><dt>[[What is counted]]</dt><dd>{{COUNTED}}</dd></div>
			<div><dt>[[Who is left out]]</dt><dd>{{LEFT_OUT}}</dd></div>
			<div><dt>[[Days to buy]]</dt><dd>{{HORIZON}}</dd></div>
			{{#SOURCE}}
			<div><dt>[[Method]]</dt><dd>{{SOURCE_TEXT}}</dd></div>
			{{/SOURCE}}
		</dl>
	</section>
	<section class="panel" aria-labelledby="h-parts">
		<header><h2 id="h-parts">[[The data behind it]]</h2></header>
		<table class="tbl">
			<tbody>
				{{#PART}}
				<tr><th scope="row">{{PART_NAME}}</th><td class="num"><a href="{{PART_URL}}">{{PART_VALUE}}</a></td></tr>
				{{/PART}}
			</tbody>
		</table>
	</section>
</div>
[[> _foot.tpl]]
