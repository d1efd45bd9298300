# The palette of widget.css as that of first.css, which stands in the page and not in a shadow root.
/^:host > \* { --_light/,/^\* { box-sizing/!d
/^\* { box-sizing/d
s/:host(\(:not([^)]*)\|\[[^]]*\]\)) > \*\{0,1\}/\1 > .adil-first/g
s/:host > \*/.adil-first/g
