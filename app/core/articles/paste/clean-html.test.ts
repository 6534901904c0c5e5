import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanHtml, cleanPaste } from "./clean-html.ts";

/** As Word writes it, with its line ends in the middle of sentences. */
const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0in;} --></style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head>
<body lang=VI style='tab-interval:.5in'><!--StartFragment-->
<p class=MsoTitle>Hướng dẫn<o:p></o:p></p>
<h1><span lang=VI style='mso-ansi-language:VI'>Mang tiền mặt<o:p></o:p></span></h1>
<p class=MsoNormal><span lang=VI>Người xuất cảnh mang <b>trên
5.000 USD</b> phải khai báo.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Hộ chiếu<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Tờ khai <a href="https://customs.gov.vn/">hải quan</a><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><!--[endif]-->Điền tờ khai</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span><!--[endif]-->Nộp tại quầy</p>
<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=100 valign=top><p class=MsoNormal><b>Loại tiền<o:p></o:p></b></p></td>
<td><p class=MsoNormal><b>Mức</b></p></td></tr>
<tr><td><p class=MsoNormal>USD</p></td><td><p class=MsoNormal>5.000</p><p class=MsoNormal>mỗi người</p></td></tr></table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--[if gte vml 1]><v:shape id="x"/><![endif]--><p class=MsoNormal><v:shape><v:imagedata src="a.png"/></v:shape><img src="file:///a.png">越南
河内</p>
<!--EndFragment--></body></html>`;

const PLACE = (index: number): string => `<div data-awaited data-file="${index}"></div>`;

describe("pasting from elsewhere", () => {
  it("takes headings, lists, steps and tables out of a Word document, and nothing of Word itself", () => {
    expect(cleanHtml(WORD)).toBe(
      [
        "<h2>Hướng dẫn</h2><h2>Mang tiền mặt</h2>",
        "<p>Người xuất cảnh mang <strong>trên 5.000 USD</strong> phải khai báo.</p>",
        '<ul><li>Hộ chiếu</li><li>Tờ khai <a href="https://customs.gov.vn/">hải quan</a></li></ul>',
        "<ol><li>Điền tờ khai</li><li>Nộp tại quầy</li></ol>",
        "<table><tbody><tr><td>Loại tiền</td><td>Mức</td></tr><tr><td>USD</td><td>5.000 mỗi người</td></tr></tbody></table>",
        PLACE(0),
        "<p>越南河内</p>",
      ].join(""),
    );
  });

  it("knows that Google Docs wraps everything in a bold that is none", () => {
    const html =
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Giờ </span><span style="font-weight:700">mở cửa</span></p><ul><li dir="ltr"><p dir="ltr">một</p></li><ul><li><p>hai</p></li></ul></ul></b>';
    expect(cleanHtml(html)).toBe("<p>Giờ <strong>mở cửa</strong></p><ul><li>một</li><li>hai</li></ul>");
  });

  it.each<[string, string, string]>([
    ["a few words of a sentence stay words", '<span style="color:red">mang <b>hộ chiếu</b></span>', "mang <strong>hộ chiếu</strong>"],
    ["scripts and styles fall away", '<p>a<script>alert("<p>")</script><style>p{}</style></p>', "<p>a</p>"],
    ["of a picture only its place stays", "<p>a<img src=x onerror=alert(1)>b</p>", `<p>a</p>${PLACE(0)}<p>b</p>`],
    [
      "a picture in a list or a table comes after it",
      '<ul><li>a<img src="1"><li>b</ul><table><tr><td>c<td><img src="2">d</table>',
      `<ul><li>a</li><li>b</li></ul>${PLACE(0)}<table><tbody><tr><td>c</td><td>d</td></tr></tbody></table>${PLACE(1)}`,
    ],
    ["a speck that counts visits is no picture", '<p>a<img src="https://x.vn/p.gif" width=1 height=1></p>', "<p>a</p>"],
    ["unsafe links are words", '<a href="javascript:alert(1)">a</a> <a href="http://b.vn">b</a> <a href=tel:113>113</a>', 'a b <a href="tel:113">113</a>'],
    ["event handlers and ids do not come along", '<p id="x" onclick="y()" class="z">a</p>', "<p>a</p>"],
    ["what is hidden stays hidden", '<p>a<span style="display:none">b</span><del>c</del></p>', "<p>a</p>"],
    ["a line break begins another paragraph", "<div>một<br>hai</div>", "<p>một</p><p>hai</p>"],
    ["deep headings are the smaller ones", "<h1>a</h1><h2>b</h2><h5>c</h5>", "<h2>a</h2><h2>b</h2><h3>c</h3>"],
    ["two lists in a row stay two", "<ul><li>a</li></ul><ul><li>b</li></ul>", "<ul><li>a</li></ul><ul><li>b</li></ul>"],
    ["tags left open end by themselves", "<ul><li>a<li>b</ul><p>c<p>d", "<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p>"],
    [
      "a short row is filled up",
      "<table><tr><td>a<td>b<tr><td>c</table>",
      "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></tbody></table>",
    ],
    ["a table that only lays out is no table", "<table><tr><td><p>a</p><p>b</p></td></tr></table>", "<p>a</p><p>b</p>"],
    ["signs are words", "<p>1 &lt; 2 &amp; 3 < 4 &ndash; A&Ocirc;</p>", "<p>1 &lt; 2 &amp; 3 &lt; 4 – AÔ</p>"],
    ["what nobody sees does not come along", "<p>a\u200b\ufeff&#8203;&shy;b</p>", "<p>ab</p>"],
    ["nothing is nothing", "<!-- x --><p> &nbsp; </p>", ""],
  ])("%s", (_, html, clean) => expect(cleanHtml(html)).toBe(clean));

  it("says what a document calls its pictures", () => {
    expect(cleanPaste(WORD).pictures).toEqual(["file:///a.png"]);
  });

  it("leaves only its own tags, whatever comes", () => {
    const bits = fc.constantFrom(
      "<p>",
      "</p>",
      "<td>",
      "<table>",
      "</tr>",
      "<ul>",
      "<li>",
      '<a href="javascript:x">',
      "<script>",
      "</script",
      "<b",
      ">",
      '"',
      "kéo",
      "&lt;img>",
      "<!--",
      "-->",
      "<o:p>",
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 20 }), (parts) => {
        const left = cleanHtml(parts.join("")).replace(/<\/?(?:p|h2|h3|ul|ol|li|table|tbody|tr|td|strong)>/g, "");
        expect(left).not.toMatch(/[<>]/);
      }),
    );
  });
});
