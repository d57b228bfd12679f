namespace Fulcrum.Reading.Syntax;

/// <summary>The universal parts of speech (Nivre et al. 2020), in the order the weights file uses.</summary>
public enum Tag : byte
{
    Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb, X,
}
