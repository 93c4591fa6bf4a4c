/// Tensors on PyTorch, through the C functions that its library exports: no compiled code of our own.
@org.jspecify.annotations.NullMarked
module dev.fathom.torch {
    requires static transitive org.jspecify;
    requires transitive dev.fathom.core;

    exports dev.fathom.torch;
}
