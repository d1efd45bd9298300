// What each role of WordPress may paste: written as in the block editor, saved by that role, looked at
// as a visitor gets it, and saved once more.

/** The ways to put a widget into a post; `by` is what shows in the page that it is still there. */
export const WAYS = {
  "the two tags": {
    content: `<!-- wp:html -->
<script type="module" src="/adil/adil.js"></script>
<adil-quiz src="/quizzes/honesty.json"><p>A quiz about honesty. It needs JavaScript.</p></adil-quiz>
<!-- /wp:html -->`,
    by: /<script type="module" src="\/adil\/adil\.js"><\/script>\s*<adil-quiz src="\/quizzes\/honesty\.json">/,
  },
  "a frame": {
    content: `<!-- wp:html -->
<iframe src="/adil/frame.html?src=/quizzes/honesty.json&amp;kind=quiz" title="Honesty" width="100%" height="700"></iframe>
<!-- /wp:html -->`,
    by: /<iframe [^>]*src="\/adil\/frame\.html/,
  },
  "the address of a page": {
    content: (origin) => `<!-- wp:embed {"url":"${origin}/quizzes/honesty.html","type":"rich"} -->
<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">
${origin}/quizzes/honesty.html
</div></figure>
<!-- /wp:embed -->`,
    by: /<iframe [^>]*src="[^"]+\/adil\/frame\.html\?/,
  },
  "the block": {
    content: `<!-- wp:adil/widget {"src":"/quizzes/honesty.json","settings":{"mode":"test"}} /-->`,
    by: /<adil-quiz src="\/quizzes\/honesty\.json" mode="test"><p>/,
  },
  "the shortcode": {
    content: `<!-- wp:shortcode -->
[adil kind="quiz" src="/quizzes/honesty.json" mode="test"]A quiz about honesty.[/adil]
<!-- /wp:shortcode -->`,
    by: /<adil-quiz src="\/quizzes\/honesty\.json" mode="test"><p>A quiz about honesty\.<\/p><\/adil-quiz>/,
  },
};

/** Whether what a role saves comes out, both at first and after it was saved again as it was kept. */
export async function keeps({ ask }, origin, { content, by }) {
  const written = typeof content === "function" ? content(origin) : content;
  const seen = [];
  let path = "/wp/v2/posts";
  let body = { title: "Honesty", content: written, status: "draft" };
  for (let turn = 0; turn < 2; turn++) {
    const { status, body: post } = await ask(`${path}?context=edit`, { method: "POST", body });
    if (status >= 300) throw new Error(`${status}: ${JSON.stringify(post)}`);
    seen.push(by.test(post.content.rendered));
    path = `/wp/v2/posts/${post.id}`;
    body = { content: post.content.raw };
  }
  if (seen[0] !== seen[1]) throw new Error(`kept at first: ${seen[0]}, later: ${seen[1]}`);
  return seen[0];
}
