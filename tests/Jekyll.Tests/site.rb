# frozen_string_literal: true

# Renders the posts of a Jekyll site as Jekyll does, Liquid included, without layouts and plug-ins. The argument is the site's
# folder; answers with one JSON list a line: the post's path, and its HTML or null and why there is none.
require 'json'
require 'jekyll'

Jekyll.logger.log_level = :error
$stdout.sync = true
config = Jekyll.configuration(
  'source' => ARGV[0], 'destination' => File.join(ARGV[0], '_site'), 'plugins' => [], 'gems' => [], 'theme' => nil, 'remote_theme' => nil,
  'disable_disk_cache' => true, 'plugins_dir' => '_no_plugins', 'quiet' => true, 'highlighter' => 'none', 'future' => true, 'strict_front_matter' => false
)
config['kramdown'] = (config['kramdown'] || {}).merge('syntax_highlighter' => nil)
site = Jekyll::Site.new(config)
site.reset
site.read
markdown = site.find_converter_instance(Jekyll::Converters::Markdown)
site.posts.docs.each do |post|
  next unless post.content.match?(/\{\{|\{%/) && ['.md', '.markdown'].include?(post.extname)

  payload = site.site_payload
  payload['page'] = post.to_liquid
  info = { registers: { site: site, page: payload['page'] }, strict_filters: false, strict_variables: false }
  begin
    body = post.content
    body = site.liquid_renderer.file(post.path).parse(body).render!(payload, info) if post.render_with_liquid?
    puts JSON.generate([post.relative_path, markdown.convert(body), nil])
  rescue StandardError => e
    puts JSON.generate([post.relative_path, nil, e.message.lines.first])
  end
end
