//! A small school site in Leptos: a quiz, a video lesson and a pledge, what they tell, and how the
//! site changes them.

use adil_leptos::events::{Answer, Checkpoint, Completed, Failure, Items, Pledged};
use adil_leptos::{Content, Mode, Pledge, PledgeMode, Quiz, Theme, VideoLesson};
use leptos::prelude::*;

/// What teachers see of the last things that happened.
#[component]
fn Notices(said: ReadSignal<Vec<String>>) -> impl IntoView {
    view! {
        <ul aria-live="polite" aria-label="What happened">
            <For each=move || said.get().into_iter().enumerate() key=|(n, _)| *n let:entry>
                <li>{entry.1}</li>
            </For>
        </ul>
    }
}

/// The whole site.
#[component]
fn Site() -> impl IntoView {
    let (said, set_said) = signal(Vec::<String>::new());
    let say = move |words: String| set_said.update(|said| said.push(words));
    let (lang, set_lang) = signal("en".to_owned());
    let (mode, set_mode) = signal(Mode::Learn);
    let (dark, set_dark) = signal(false);
    let (open, set_open) = signal(true);
    let (may, set_may) = signal(true);
    let theme = Signal::derive(move || Some(if dark.get() { Theme::Dark } else { Theme::Light }));
    let lang_prop = Signal::derive(move || Some(lang.get()));
    let mode_prop = Signal::derive(move || Some(mode.get()));
    view! {
        <main>
            <h1>"Integrity week"</h1>
            <nav aria-label="Settings">
                <select
                    aria-label="Language"
                    on:change=move |event| set_lang.set(event_target_value(&event))
                >
                    <option value="en">"English"</option>
                    <option value="kk">"Қазақша"</option>
                    <option value="ru">"Русский"</option>
                    <option value="ar">"العربية"</option>
                </select>
                <button on:click=move |_| set_dark.update(|dark| *dark = !*dark)>"Dark"</button>
                <button on:click=move |_| set_mode.set(Mode::Test)>"As a test"</button>
                <button on:click=move |_| set_open.update(|open| *open = !*open)>"Show or hide"</button>
            </nav>
            <Notices said/>
            <section aria-labelledby="quiz">
                <h2 id="quiz">"A quiz"</h2>
                <Show when=move || open.get()>
                    <div class="widget" data-testid="quiz">
                        <Quiz
                            content=Content::address("content/quiz/the-umbrella.json")
                            lang=lang_prop
                            mode=mode_prop
                            theme=theme
                            heading_level=3_u32
                            on_ready=move |ready: Items| say(format!("quiz: {} questions", ready.items))
                            on_answer=move |answer: Answer| say(format!("quiz: {}", answer.verdict))
                            on_complete=move |done: Completed| say(format!("quiz: {} of {}", done.score, done.max))
                            on_error=move |failure: Failure| say(format!("quiz: {}", failure.code))
                        >
                            <p>"A quiz about a story."</p>
                            <span slot="footer">"Made by class 7B"</span>
                        </Quiz>
                    </div>
                </Show>
            </section>
            <section aria-labelledby="two">
                <h2 id="two">"Two of a kind"</h2>
                <For each=|| ["first", "second"] key=|name| *name let:name>
                    <div class="widget" data-testid=name>
                        <Quiz
                            content=Content::address("content/quiz/small-choices.json")
                            lang=lang_prop
                            theme=theme
                            heading_level=3_u32
                        />
                    </div>
                </For>
            </section>
            <section aria-labelledby="lesson">
                <h2 id="lesson">"A lesson"</h2>
                <div class="widget" data-testid="lesson">
                    <VideoLesson
                        content=Content::address("content/video/scholarship-list.json")
                        lang=lang_prop
                        theme=theme
                        version=adil_leptos::Version::Slides
                        heading_level=3_u32
                        on_checkpoint=move |point: Checkpoint| say(format!("lesson: {}", point.outcome))
                    />
                </div>
            </section>
            <section aria-labelledby="pledge">
                <h2 id="pledge">"A pledge"</h2>
                <button on:click=move |_| set_may.set(false)>"Keep it back"</button>
                <div class="widget" data-testid="pledge">
                    <Pledge
                        content=Content::address("content/pledge/my-pledge.json")
                        lang=lang_prop
                        theme=theme
                        mode=PledgeMode::Pledge
                        heading_level=3_u32
                        on_before_pledge=move |_: Pledged| may.get_untracked()
                        on_pledge=move |made: Pledged| say(format!("pledge: {} clauses", made.clause_count))
                    />
                </div>
            </section>
            <section aria-labelledby="broken">
                <h2 id="broken">"What cannot run"</h2>
                <div class="widget" data-testid="broken">
                    <Quiz
                        content=Content::text(r#"{"format": "adil"}"#)
                        on_error=move |failure: Failure| say(format!("broken: {}", failure.code))
                    >
                        <p>"Ask your teacher for the paper."</p>
                    </Quiz>
                </div>
            </section>
        </main>
    }
}

fn main() {
    mount_to_body(Site);
}
