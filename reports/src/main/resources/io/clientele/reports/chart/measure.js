// Widths of text by a table that suits wide fonts: the same on every machine, whatever fonts it has.
echarts.setPlatformAPI({
  measureText: function (text, font) {
    var size = parseFloat((/([\d.]+)px/.exec(font || '') || [0, 12])[1]);
    var width = 0;
    for (var i = 0; i < text.length; i++) {
      width += text.charCodeAt(i) > 0x2e7f ? 1 : /[iljt.,:;|!' ]/.test(text[i]) ? 0.36 : 0.62;
    }
    return {width: width * size};
  }
});
