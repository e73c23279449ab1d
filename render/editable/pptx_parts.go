package editable

import "icamo/theory/opc"

// The parts of a presentation that are the same in each. A slide needs a layout, a layout a master, and a master a theme.
const (
	drawingML      = "http://schemas.openxmlformats.org/drawingml/2006/main"
	presentationML = "http://schemas.openxmlformats.org/presentationml/2006/main"
	namespaces     = ` xmlns:a="` + drawingML + `" xmlns:r="` + opc.Relationships + `" xmlns:p="` + presentationML + `"`

	ofPresentation = "application/vnd.openxmlformats-officedocument.presentationml."

	presentationTypes = `<Types xmlns="` + opc.ContentTypes + `">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/ppt/presentation.xml" ContentType="` + ofPresentation + `presentation.main+xml"/>` +
		`<Override PartName="/ppt/slideMasters/slideMaster1.xml" ContentType="` + ofPresentation + `slideMaster+xml"/>` +
		`<Override PartName="/ppt/slideLayouts/slideLayout1.xml" ContentType="` + ofPresentation + `slideLayout+xml"/>` +
		`<Override PartName="/ppt/slides/slide1.xml" ContentType="` + ofPresentation + `slide+xml"/>` +
		`<Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>`

	// presentation takes the width and the height of the slide.
	presentation = `<p:presentation` + namespaces + `><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>` +
		`<p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="%d" cy="%d"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`

	relationshipsStart = `<Relationships xmlns="` + opc.PackageRelationships + `">`

	presentationParts = relationshipsStart +
		`<Relationship Id="rId1" Type="` + opc.Relationships + `/slideMaster" Target="slideMasters/slideMaster1.xml"/>` +
		`<Relationship Id="rId2" Type="` + opc.Relationships + `/slide" Target="slides/slide1.xml"/>` +
		`<Relationship Id="rId3" Type="` + opc.Relationships + `/theme" Target="theme/theme1.xml"/></Relationships>`

	slideParts = relationshipsStart +
		`<Relationship Id="rId1" Type="` + opc.Relationships + `/slideLayout" Target="../slideLayouts/slideLayout1.xml"/></Relationships>`

	slideLayoutParts = relationshipsStart +
		`<Relationship Id="rId1" Type="` + opc.Relationships + `/slideMaster" Target="../slideMasters/slideMaster1.xml"/></Relationships>`

	slideMasterParts = relationshipsStart +
		`<Relationship Id="rId1" Type="` + opc.Relationships + `/slideLayout" Target="../slideLayouts/slideLayout1.xml"/>` +
		`<Relationship Id="rId2" Type="` + opc.Relationships + `/theme" Target="../theme/theme1.xml"/></Relationships>`

	emptyTree = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>` +
		`<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`

	slideStart = `<p:sld` + namespaces + `><p:cSld><p:spTree>` + emptyTree
	slideEnd   = `</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`

	slideLayout = `<p:sldLayout` + namespaces + ` type="blank"><p:cSld name="Blank"><p:spTree>` + emptyTree +
		`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`

	slideMaster = `<p:sldMaster` + namespaces + `><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>` +
		`<p:spTree>` + emptyTree + `</p:spTree></p:cSld>` +
		`<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>` +
		`<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>` +
		`<p:txStyles><p:titleStyle/><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>`

	plainLine = `<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>`
	plainFill = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	noEffect  = `<a:effectStyle><a:effectLst/></a:effectStyle>`

	// theme takes the name of the font, twice.
	theme = `<a:theme xmlns:a="` + drawingML + `" name="icamo"><a:themeElements><a:clrScheme name="icamo">` +
		`<a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="37474F"/></a:dk2><a:lt2><a:srgbClr val="EEEEEE"/></a:lt2>` +
		`<a:accent1><a:srgbClr val="0072B2"/></a:accent1><a:accent2><a:srgbClr val="A66900"/></a:accent2><a:accent3><a:srgbClr val="5B6770"/></a:accent3>` +
		`<a:accent4><a:srgbClr val="00785A"/></a:accent4><a:accent5><a:srgbClr val="9B4F7E"/></a:accent5><a:accent6><a:srgbClr val="B00020"/></a:accent6>` +
		`<a:hlink><a:srgbClr val="0B5394"/></a:hlink><a:folHlink><a:srgbClr val="0B5394"/></a:folHlink></a:clrScheme>` +
		`<a:fontScheme name="icamo"><a:majorFont><a:latin typeface="%[1]s"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>` +
		`<a:minorFont><a:latin typeface="%[1]s"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>` +
		`<a:fmtScheme name="icamo"><a:fillStyleLst>` + plainFill + plainFill + plainFill + `</a:fillStyleLst><a:lnStyleLst>` + plainLine + plainLine + plainLine + `</a:lnStyleLst>` +
		`<a:effectStyleLst>` + noEffect + noEffect + noEffect + `</a:effectStyleLst><a:bgFillStyleLst>` + plainFill + plainFill + plainFill + `</a:bgFillStyleLst></a:fmtScheme>` +
		`</a:themeElements></a:theme>`
)
