# frozen_string_literal: true

# Renders templates with Jekyll's Liquid. Reads one JSON string a line; answers with one JSON string a line, or null for a failure.
require 'json'
require 'jekyll'

Jekyll.logger.log_level = :error
ENV['TZ'] = 'Asia/Seoul'
site = Jekyll::Site.new(
  Jekyll.configuration(
    'source' => '/nonexistent', 'quiet' => true, 'url' => 'https://example.com', 'baseurl' => '/blog', 'timezone' => 'Asia/Seoul',
    'disable_disk_cache' => true, 'plugins' => []
  )
)
data = JSON.parse(ARGV[0])
$stdout.sync = true
$stdin.each_line(chomp: true) do |line|
  payload = data.merge('site' => { 'url' => 'https://example.com', 'baseurl' => '/blog' })
  begin
    puts JSON.generate(Liquid::Template.parse(JSON.parse(line), error_mode: :lax).render!(payload, registers: { site: site }))
  rescue StandardError, SyntaxError
    puts 'null'
  end
end
