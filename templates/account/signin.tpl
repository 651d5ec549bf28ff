{{%AUTOESCAPE context="HTML"}}
{{! signin.tpl - the door.
TITLE, THEME                 see _head.tpl
ACTION, TOKEN, ONCE          of the form
TO_VALUE                     the address to go to afterwards, or ""
LOGIN_VALUE                  what was typed, or ""
LOGIN_BAD, PASSWORD_BAD      shown with MESSAGE when the field is bad
ERRORS                       see _errors.tpl
OTHER_LANGUAGE_URL           this page in the other language
DEMO                         shown on the demo company's pages }}
[[> _head.tpl]]
<body class="door">
<a class="skip" href="#main">[[Skip to content]]</a>
<main id="main" tabindex="-1">
<div class="enter">
	<section class="who" aria-hidden="true">
		<svg class="art" height="300" aria-hidden="true"><line class="ref" x1="48%" x2="48%" y1="0" y2="300"/><line class="w" x1="58.06%" x2="88.06%" y1="24" y2="24"/><circle class="m" cx="73.06%" cy="24" r="8"/><line class="w" x1="31.11%" x2="91.11%" y1="66" y2="66"/><circle class="m" cx="61.11%" cy="66" r="8"/><line class="w" x1="47.5%" x2="65.28%" y1="108" y2="108"/><circle class="m" cx="56.39%" cy="108" r="8"/><line class="w" x1="34.44%" x2="53.33%" y1="150" y2="150"/><circle class="m" cx="43.89%" cy="150" r="8"/><line class="w" x1="33.61%" x2="51.94%" y1="192" y2="192"/><circle class="m" cx="42.78%" cy="192" r="8"/><line class="w" x1="8.61%" x2="58.06%" y1="234" y2="234"/><circle class="m" cx="33.33%" cy="234" r="8"/><line class="w" x1="22.5%" x2="37.5%" y1="276" y2="276"/><circle class="m" cx="30%" cy="276" r="8"/></svg>
		<p>[[Which team turns the most leads into customers, and is the gap more than luck?]]</p>
	</section>
	<form class="box" method="post" action="{{ACTION}}" novalidate>
		[[> _form.tpl]]
		{{#TO_VALUE}}
		<input type="hidden" name="to" value="{{TO_VALUE}}">
		{{/TO_VALUE}}
		<input type="hidden" name="lang" value="[[$LANGUAGE]]">
		<p class="brand">[[> _brand.tpl]]</p>
		<h1>[[Sign in]]</h1>
		[[> _errors.tpl]]
		<div class="f{{#LOGIN_BAD}} bad{{/LOGIN_BAD}}">
			<label for="login">[[Login]]</label>
			{{#LOGIN_BAD}}
			<p class="err" id="login-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/LOGIN_BAD}}
			<input id="login" name="login" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required value="{{LOGIN_VALUE}}"{{#LOGIN_BAD}} aria-invalid="true" aria-describedby="login-e"{{/LOGIN_BAD}}>
		</div>
		<div class="f{{#PASSWORD_BAD}} bad{{/PASSWORD_BAD}}">
			<label for="password">[[Password]]</label>
			{{#PASSWORD_BAD}}
			<p class="err" id="password-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/PASSWORD_BAD}}
			<input id="password" name="password" type="password" autocomplete="current-password" required{{#PASSWORD_BAD}} aria-invalid="true" aria-describedby="password-e"{{/PASSWORD_BAD}}>
		</div>
		<button type="submit" class="btn pri wide">[[Sign in]]</button>
		<p class="small mut">[[Forgot the password? Ask your administrator for a new one.]]</p>
		{{#DEMO}}
		<p class="small mut">[[This is a demo: people and companies are made up]]</p>
		{{/DEMO}}
		<p class="langs"><span aria-current="true">[[$LANGUAGE_NAME]]</span> <a href="{{OTHER_LANGUAGE_URL}}" lang="[[$OTHER_LANGUAGE]]" hreflang="[[$OTHER_LANGUAGE]]">[[$OTHER_LANGUAGE_NAME]]</a></p>
	</form>
</div>
</main>
</body>
</html>
