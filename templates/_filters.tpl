{{! _filters.tpl - the period and the filters of a dashboard: one GET form.
FILTER_ACTION   path of the page
PRESET          once for each kind of period; in it PRESET_NAME, PRESET_URL,
                and PRESET_HERE shown for the kind in use
BEFORE, AFTER   shown when the step is possible, with STEP_URL, STEP_NAME
                ("Previous quarter: Q2 2026")
PERIOD_NAME     "Q3 2026"
PERIOD_DAYS     "1 Jul - 30 Sep", or ""
KEEP            once for each part of the address that the form does not
                show; in it KEEP_NAME, KEEP_VALUE
CUSTOM          shown for a period of the visitor's own, with FROM_VALUE,
                TO_VALUE (days as YYYY-MM-DD)
CHOICE          once for each select; in it CHOICE_NAME (its parameter),
                CHOICE_LABEL, and OPTION for each line with OPTION_VALUE,
                OPTION_NAME, and OPTION_HERE shown for the chosen one
CHIP            once for each filter in use, with CHIP_NAME, CHIP_URL (the
                page without it) }}
<form class="filters" method="get" action="{{FILTER_ACTION}}">
	{{#KEEP}}
	<input type="hidden" name="{{KEEP_NAME}}" value="{{KEEP_VALUE}}">
	{{/KEEP}}
	<nav class="seg" aria-label="[[Period]]">
		{{#PRESET}}
		<a href="{{PRESET_URL}}"{{#PRESET_HERE}} aria-current="true"{{/PRESET_HERE}}>{{PRESET_NAME}}</a>
		{{/PRESET}}
	</nav>
	<div class="period">
		{{#BEFORE}}
		<a class="btn" href="{{STEP_URL}}" aria-label="{{STEP_NAME}}" aria-keyshortcuts="ArrowLeft">[[@left]]</a>
		{{/BEFORE}}
		<b>{{PERIOD_NAME}}{{#PERIOD_DAYS}}<small>{{PERIOD_DAYS}}</small>{{/PERIOD_DAYS}}</b>
		{{#AFTER}}
		<a class="btn" href="{{STEP_URL}}" aria-label="{{STEP_NAME}}" aria-keyshortcuts="ArrowRight">[[@right]]</a>
		{{/AFTER}}
	</div>
	<details>
		<summary class="btn">[[@funnel]][[Filters]]</summary>
		<div class="more">
			{{#CUSTOM}}
			<label class="with">[[From]] <input type="text" size="11" autocomplete="off" name="from" value="{{FROM_VALUE}}"></label>
			<label class="with">[[until]] <input type="text" size="11" autocomplete="off" name="to" value="{{TO_VALUE}}"></label>
			<button type="submit" class="btn">[[Show period]]</button>
			{{/CUSTOM}}
			{{#CHOICE}}
			<label class="with"><span class="vh">{{CHOICE_LABEL}}</span>
				<span class="sel"><select name="{{CHOICE_NAME}}">
					{{#OPTION}}
					<option value="{{OPTION_VALUE}}"{{#OPTION_HERE}} selected{{/OPTION_HERE}}>{{OPTION_NAME}}</option>
					{{/OPTION}}
				</select></span></label>
			{{/CHOICE}}
			<button type="submit" class="btn apply">[[Apply]]</button>
		</div>
	</details>
	{{#CHIP}}
	<a class="chip" href="{{CHIP_URL}}"><span class="vh">[[Remove filter:]] </span>{{CHIP_NAME}}[[@x]]</a>
	{{/CHIP}}
</form>
