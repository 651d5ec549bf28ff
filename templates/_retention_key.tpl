{{! _retention_key.tpl - who bought again within some days, as a key figure;
its values: REPEAT of retention.tpl }}
<div class="kpi"><dt>[[Bought again within {{DAYS}} days]]</dt>
	{{#RATE}}
	<dd class="v {{QUIET}}"><a href="{{AGAIN_URL}}">{{RATE_TEXT}}</a></dd>
	<dd class="n">[[95% interval {{RANGE_TEXT}};]] <a href="{{AGAIN_URL}}">{{AGAIN}}</a> [[of]] <a href="{{KNOWN_URL}}">{{KNOWN}}</a> [[known for so long]]</dd>
	{{/RATE}}
	{{#FEW}}
	<dd class="v mut"><a href="{{KNOWN_URL}}">{{COUNTS}}</a></dd>
	<dd class="n">[[fewer than 10 customers: no percentage]]</dd>
	{{/FEW}}
	{{#UNKNOWN}}
	<dd class="v mut">—</dd>
	<dd class="n">[[nobody is known so long]]</dd>
	{{/UNKNOWN}}
</div>
