// Before anything is painted: a list that is asked a question in its address is hidden until the program has
// answered it. Without the program it is shown as published.
if (location.search) document.documentElement.dataset.asked = "";
