// The block in the editor. It is saved as data alone; adil.php prints the tags.
(({ blocks, element, blockEditor, components, i18n }, elements) => {
  const { createElement: el, Fragment } = element;
  const { InspectorControls, MediaUpload, MediaUploadCheck, useBlockProps } = blockEditor;
  const { Button, PanelBody, Placeholder, SelectControl, TextControl } = components;
  const { __ } = i18n;

  const KINDS = {
    quiz: __("Quiz", "adil"), video: __("Video lesson", "adil"), pledge: __("Pledge", "adil"),
    story: __("Story", "adil"), check: __("Self-check", "adil"), board: __("Game of teams", "adil"),
    plan: __("Lesson plan", "adil"), record: __("Record", "adil"),
  };
  /** Fields that authors see; all others of an element are for shortcodes. */
  const FIELDS = {
    mode: __("Mode", "adil"), level: __("Level", "adil"), storage: __("What is kept", "adil"),
    theme: __("Light or dark", "adil"), lang: __("Language", "adil"),
  };
  const optionOf = (value) => ({ value, label: value });

  const edit = ({ attributes, setAttributes }) => {
    const { kind, src, fallback, settings } = attributes;
    const set = (name) => (value) => {
      const { [name]: _, ...rest } = settings;
      setAttributes({ settings: value ? { ...rest, [name]: value } : rest });
    };
    const field = ([name, label]) => {
      if (!(name in elements[kind])) return null;
      const words = elements[kind][name];
      const given = { key: name, label, value: settings[name] ?? "", onChange: set(name) };
      if (!words) return el(TextControl, given);
      const none = { value: "", label: __("As the file says", "adil") };
      return el(SelectControl, { ...given, options: [none, ...words.map(optionOf)] });
    };
    const chooseFile = el(MediaUploadCheck, null, el(MediaUpload, {
      allowedTypes: ["application/json"],
      onSelect: ({ url }) => setAttributes({ src: url }),
      render: ({ open }) => el(Button, { variant: "secondary", onClick: open }, __("Choose a file", "adil")),
    }));
    return el(Fragment, null,
      el(InspectorControls, null, el(PanelBody, { title: __("Widget", "adil") },
        ...Object.entries(FIELDS).map(field),
        el(TextControl, {
          label: __("Text where there are no scripts", "adil"), value: fallback,
          onChange: (fallback) => setAttributes({ fallback }),
        }))),
      el("div", useBlockProps(), el(Placeholder, {
        icon: "welcome-learn-more", label: __("Learning widget", "adil"), isColumnLayout: true,
        instructions: __("It is shown on the page. Choose what it is, and its content file.", "adil"),
      },
      el(SelectControl, {
        label: __("Kind", "adil"), value: kind,
        options: Object.keys(elements).map((value) => ({ value, label: KINDS[value] ?? value })),
        // What another kind has no word for goes.
        onChange: (kind) => setAttributes({ kind, settings: {} }),
      }),
      el(TextControl, {
        label: __("Address of the content file", "adil"), value: src, type: "text",
        onChange: (src) => setAttributes({ src }),
      }),
      chooseFile)));
  };

  blocks.registerBlockType("adil/widget", { edit, save: () => null });
})(window.wp, window.adilElements);
