using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Plr.Host.Pages;

/// <summary>Markup that is safe to send: every value put into it was encoded, unless it was markup itself.</summary>
public readonly struct Html
{
    private readonly string? text;

    private Html(string text) => this.text = text;

    /// <summary>No markup.</summary>
    public static Html Nothing { get; } = new("");

    /// <summary>Markup with values in it.</summary>
    public static Html Of(Interpolation markup) => new(markup.Finish());

    /// <summary>One piece of markup after another.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces));

    /// <summary>The markup.</summary>
    public override string ToString() => text ?? "";

    /// <summary>Encodes what stands in the braces of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Interpolation
    {
        private readonly StringBuilder builder;

        /// <summary>Called by the compiler.</summary>
        public Interpolation(int literalLength, int formattedCount) => builder = new StringBuilder(literalLength + (formattedCount * 32));

        /// <summary>Markup written in the source.</summary>
        public void AppendLiteral(string markup) => builder.Append(markup);

        /// <summary>Markup made before.</summary>
        public void AppendFormatted(Html markup) => builder.Append(markup.ToString());

        /// <summary>A value: encoded.</summary>
        public void AppendFormatted(string? value) => builder.Append(HtmlEncoder.Default.Encode(value ?? ""));

        internal string Finish() => builder.ToString();
    }
}
