import { judge } from "./tables.test-data.ts";

judge("placeholders", {
  good: [
    ["Mang trên {{fact:cash-vnd}} thì khai.", "携带超过{{fact:cash-vnd}}的须申报。"],
    ["{{count}} bài", "{{count}}篇"],
    ["đến {{at}}, {{day}}", "至{{day}}{{at}}"],
    ["Xin <signIn>đăng nhập lại</signIn> rồi gửi.", "请<signIn>重新登录</signIn>后提交。"],
    ["Tải về <age/> trước.", "下载于<age/>之前。"],
    ["<1>Hữu Nghị</1> mở lúc {{ at }}.", "{{at}}<1>友谊口岸</1>开放。"],
    ["Xem $t(common:nav.home).", "请看$t(common:nav.home)。"],
    ["Từ {{from}} đến {{until}}.", "自{{from}}起至{{until}}止。"],
  ],
  bad: [
    { vi: "Mang trên {{fact:cash-vnd}} thì khai.", zh: "携带较多越南盾的须申报。", reason: "lost", from: "vi" },
    { vi: "Mang nhiều tiền thì khai.", zh: "携带超过{{fact:cash-vnd}}的须申报。", reason: "lost", from: "zh" },
    { vi: "{{count}} bài", zh: "{{number}}篇", reason: "lost" },
    { vi: "{{count}} bài", zh: "{{number}}篇", reason: "invented" },
    { vi: "đến {{at}}, {{day}}", zh: "至{{day}}", reason: "lost", from: "vi" },
    { vi: "Xin <signIn>đăng nhập lại</signIn> rồi gửi.", zh: "请重新登录后提交。", reason: "lost", from: "vi" },
    { vi: "Tải về <age/> trước.", zh: "下载于<days/>之前。", reason: "invented" },
    { vi: "<1>Hữu Nghị</1> mở.", zh: "<2>友谊口岸</2>开放。", reason: "invented" },
    { vi: "Xem $t(common:nav.home).", zh: "请看$t(common:nav.back)。", reason: "invented" },
    { vi: "Từ {{from}} đến {{from}}.", zh: "自{{from}}起。", reason: "lost", from: "vi" },
  ],
});
