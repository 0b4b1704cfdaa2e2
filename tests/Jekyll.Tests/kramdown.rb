# frozen_string_literal: true

# Renders Markdown as Jekyll does by default. Reads file names from standard input, one a line; answers with one JSON string a
# line: the HTML of that file's text.
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'

OPTIONS = {
  input: ENV.fetch('KRAMDOWN_INPUT', 'GFM'), auto_ids: true, hard_wrap: false, footnote_nr: 1, toc_levels: (1..6).to_a,
  entity_output: 'as_char', smart_quotes: %w[lsquo rsquo ldquo rdquo], syntax_highlighter: nil
}.freeze

$stdout.sync = true
$stdin.each_line(chomp: true) do |path|
  markdown = File.read(path, encoding: 'UTF-8')
  puts JSON.generate(Kramdown::Document.new(markdown, OPTIONS).to_html)
end
