{{! _form.tpl - what every form that changes something carries.
TOKEN  shows that the form is ours   ONCE  makes a second click do nothing }}
<input type="hidden" name="_token" value="{{TOKEN}}">
<input type="hidden" name="_once" value="{{ONCE}}">
