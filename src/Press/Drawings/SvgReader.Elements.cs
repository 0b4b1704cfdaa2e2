namespace Press;

/// <summary>Elements and attributes.</summary>
internal sealed partial class SvgReader
{
    private const string ExportStill = "Export the drawing without scripts and interactive parts, or as PNG.";

    private bool IsInLabel => _open.TryPeek(out var parent) && parent.IsLabel;

    private void ReadElement()
    {
        var (ns, name) = (_reader.NamespaceURI, _reader.LocalName);
        if (_open.Count == 0 && !(name == "svg" && ns is SvgVocabulary.Svg or ""))
            End(
                $"the file is not a drawing: it begins with <{_reader.Name}>{(ns is "" ? "" : $" of '{ns}'")}",
                "Export it as SVG or PNG from the program that made it.");
        else if (_style is not null)
            Skip();
        else if (ns is SvgVocabulary.Svg or "")
            ReadSvg(name);
        else if (ns == SvgVocabulary.Xhtml)
            ReadHtml(name);
        else if (SvgVocabulary.IsEditors(ns))
            Open(isLabel: false);
        else
            Skip();
    }

    private void ReadSvg(string name)
    {
        // An SVG without its namespace is a drawing for nobody but its author's eyes; it gets it.
        _isChanged |= _reader.NamespaceURI is "";
        if (SvgVocabulary.Active.Contains(name))
            RefuseElement();
        else if (!SvgVocabulary.Elements.Contains(name))
            Skip();
        else
            Open(isLabel: IsInLabel || name == "foreignObject");
    }

    /// <summary>Labels are HTML in a <c>foreignObject</c>. Of that, text and its marks stay.</summary>
    private void ReadHtml(string name)
    {
        if (SvgVocabulary.Active.Contains(name) || !IsInLabel)
            RefuseElement();
        else if (SvgVocabulary.WithoutText.Contains(name))
            Skip();
        else
            Open(isLabel: true, isWritten: SvgVocabulary.LabelElements.Contains(name));
    }

    /// <summary>What stands in it is looked at too, so that the count says how much there is.</summary>
    private void RefuseElement()
    {
        var isHtml = _reader.NamespaceURI == SvgVocabulary.Xhtml && !SvgVocabulary.Active.Contains(_reader.LocalName);
        Refuse(
            isHtml
                ? $"<{_reader.Name}> is HTML in the middle of the drawing"
                : $"<{_reader.Name}> could run or load something in a reader's browser",
            isHtml ? "Export the drawing as plain SVG, or as PNG." : ExportStill);
        Open(isLabel: IsInLabel, isWritten: false);
    }

    private void Open(bool isLabel, bool isWritten = true)
    {
        var (prefix, name, ns, isEmpty) = (_reader.Prefix, _reader.LocalName, _reader.NamespaceURI, _reader.IsEmptyElement);
        var isStyle = ns is SvgVocabulary.Svg or "" && name == "style";
        _isChanged |= !isWritten;
        if (isWritten)
            _writer.WriteStartElement(prefix, name, ns is "" ? SvgVocabulary.Svg : ns);
        while (_reader.MoveToNextAttribute())
        {
            var value = AttributeOf(name, ns);
            _isChanged |= value is null;
            if (isWritten && value is not null)
                _writer.WriteAttributeString(_reader.Prefix, _reader.LocalName, _reader.NamespaceURI, value);
        }

        _reader.MoveToElement();
        if (isEmpty && isWritten)
            _writer.WriteEndElement();
        if (isEmpty)
            return;
        _open.Push(new OpenElement(isWritten, isLabel));
        _style = isStyle ? new() : null;
    }

    /// <summary>The value of an attribute as it may be published; null if the attribute may not.</summary>
    private string? AttributeOf(string element, string ns)
    {
        var (name, value) = (_reader.LocalName, _reader.Value);
        switch (_reader.NamespaceURI)
        {
            case SvgVocabulary.Xmlns:
                return ns is "" && name == "xmlns" ? null : value;
            case SvgVocabulary.Xml:
                return SvgVocabulary.XmlAttributes.Contains(name) ? value : null;
            case { } other when SvgVocabulary.IsEditors(other):
                return value;
            // Browsers give attributes a meaning on elements of SVG and HTML alone: Inkscape's path effects have one that is named
            // 'only_selected'.
            case "" when SvgVocabulary.IsEditors(ns):
                return value;
        }

        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            return Refused($"the attribute '{_reader.Name}' could run a script", ExportStill);
        if (name.Equals("href", StringComparison.OrdinalIgnoreCase) || (name == "src" && element == "img"))
            return HrefOf(element, value);
        if (_reader.NamespaceURI == SvgVocabulary.XLink)
            return SvgVocabulary.XLinkAttributes.Contains(name) ? value : null;
        if (_reader.NamespaceURI is not "")
            return null;
        if (name.StartsWith("data-", StringComparison.Ordinal) || name.StartsWith("aria-", StringComparison.Ordinal))
            return value;
        return ns == SvgVocabulary.Xhtml ? LabelAttributeOf(name, value) : SvgAttributeOf(name, value);
    }

    private string? LabelAttributeOf(string name, string value) =>
        !SvgVocabulary.LabelAttributes.Contains(name) ? null : name == "style" ? Cleaned(value) : value;

    private string? SvgAttributeOf(string name, string value)
    {
        if (!SvgVocabulary.Attributes.Contains(name))
            return null;
        if (name == "attributeName")
            return AnimatedOf(value);
        return !SvgVocabulary.PlainAttributes.Contains(name) && value.AsSpan().ContainsAny('(', '\\', '@') ? Cleaned(value) : value;
    }

    private string? AnimatedOf(string value)
    {
        var animated = value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        if (animated.Equals("href", StringComparison.OrdinalIgnoreCase) || animated.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            return Refused($"an animation changes '{value}', which could lead a reader elsewhere or run a script", ExportStill);
        return SvgVocabulary.Attributes.Contains(animated) ? value : null;
    }

    private string? HrefOf(string element, string value)
    {
        switch (DrawingReference.KindOf(value))
        {
            case DrawingReference.Kind.Inside:
                return value;
            case DrawingReference.Kind.Picture when element is "image" or "feImage" or "img":
                return value;
            case DrawingReference.Kind.Drawing when element == "image" && _nesting < MaxNesting
                && DrawingReference.ContentOf(value) is { } content && Read(content, _nesting + 1).Fault is null:
                return value;
            case DrawingReference.Kind.Elsewhere when element == "a":
                // In <img> it leads nowhere; on a page a link belongs to the text.
                return null;
            case DrawingReference.Kind.Elsewhere:
                return Refused(
                    $"<{element}> loads '{Shortened(value)}', which is not in the drawing",
                    "Embed it: 'Embed Images' in draw.io's export, Extensions > Images > Embed Images in Inkscape, "
                    + "'Embed' in Illustrator. Or export as PNG.");
            default:
                return Refused($"the link '{Shortened(value)}' of <{element}> could run a script", ExportStill);
        }
    }

    private string? Refused(string what, string advice)
    {
        Refuse(what, advice);
        return null;
    }

    private static string Shortened(string value) => value.Length <= 60 ? value : value[..60] + "...";
}
