// An output device of Poppler that swallows tiling patterns and shadings. Part of the PDF module, as pdf.cc, whose
// files include what it is made of.
#pragma once

class Catalog;
class Gfx;
class GfxAxialShading;
class GfxFunctionShading;
class GfxGouraudTriangleShading;
class GfxPatchMeshShading;
class GfxRadialShading;
class GfxState;
class GfxTilingPattern;

namespace fubiao {

/// Executing a tiling cell for every tile is where hostile files spend time.
template <class Device>
class WithoutPatterns : public Device {
 public:
  using Device::Device;
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double,
                         double) override {
    return true;
  }
  bool useShadedFills(int /*type*/) override { return true; }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }
};

}  // namespace fubiao
