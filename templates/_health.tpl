{{! _health.tpl - what is missing in the data behind a page of conversion.
HEALTH      shown once; in it HEALTHY when nothing is missing, and HEALTH_ITEM
            (HEALTH_URL, HEALTH_TEXT) once for each thing that is }}
{{#HEALTH}}
<section class="panel health" aria-labelledby="h-health">
	<header><h2 id="h-health">[[Data health]]</h2>
		<p>[[What is not recorded makes the numbers of this period less sure.]]</p>
	</header>
	{{#HEALTHY}}
	<div class="in"><p>[[Nothing is missing.]]</p></div>
	{{/HEALTHY}}
	<ul class="in">
		{{#HEALTH_ITEM}}
		<li><a href="{{HEALTH_URL}}">{{HEALTH_TEXT}}</a></li>
		{{/HEALTH_ITEM}}
	</ul>
</section>
{{/HEALTH}}
